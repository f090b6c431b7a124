import { postDealAward } from "@/server/endpoints/award";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postDealAward);
