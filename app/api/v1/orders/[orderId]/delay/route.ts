import { getDelay, postDelay } from "@/server/endpoints/delay";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getDelay);
export const POST = serve(postDelay);
