import { postBidCheck } from "@/server/endpoints/bid-check";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postBidCheck);
