import { postCustomsAct } from "@/server/endpoints/clearance";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postCustomsAct);
