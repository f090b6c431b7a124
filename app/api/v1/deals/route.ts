import { listDeals, postDeal } from "@/server/endpoints/deals";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listDeals);
export const POST = serve(postDeal);
