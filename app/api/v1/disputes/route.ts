import { listDisputes } from "@/server/endpoints/disputes";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listDisputes);
