import { postRequestAward } from "@/server/endpoints/award";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postRequestAward);
