import { getRequestProof } from "@/server/endpoints/proof";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getRequestProof);
