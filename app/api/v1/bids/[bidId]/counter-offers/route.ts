import { listCounterOffers, postCounterOffer } from "@/server/endpoints/negotiation";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listCounterOffers);
export const POST = serve(postCounterOffer);
