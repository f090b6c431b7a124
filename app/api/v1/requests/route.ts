import { listRequests, postRequest } from "@/server/endpoints/requests";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listRequests);
export const POST = serve(postRequest);
