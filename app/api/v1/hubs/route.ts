import { listHubs } from "@/server/endpoints/reference";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(listHubs);
