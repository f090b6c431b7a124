import { postTakeOffer } from "@/server/endpoints/disputes";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postTakeOffer);
