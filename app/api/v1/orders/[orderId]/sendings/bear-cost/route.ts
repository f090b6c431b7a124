import { postReturnCost } from "@/server/endpoints/remittance";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postReturnCost);
