import { postRequestAward } from "@/server/endpoints/award";
import { serve } from "@/server/platform/endpoint";

export const POST = serve(postRequestAward);
