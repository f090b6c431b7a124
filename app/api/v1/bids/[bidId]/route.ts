import { getBid, patchBid } from "@/server/endpoints/bidding";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getBid);
export const PATCH = serve(patchBid);
