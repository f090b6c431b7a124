import { postOpen } from "@/server/endpoints/requests";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postOpen);
