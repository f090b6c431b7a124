import { postCustomsAnswer } from "@/server/endpoints/clearance";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postCustomsAnswer);
