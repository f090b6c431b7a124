import { listBids, postBid } from "@/server/endpoints/bidding";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listBids);
export const POST = serve(postBid);
