import { getRequest, patchRequest } from "@/server/endpoints/requests";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getRequest);
export const PATCH = serve(patchRequest);
