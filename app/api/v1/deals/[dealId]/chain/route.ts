import { getChain } from "@/server/endpoints/chain";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getChain);
