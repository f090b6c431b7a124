import { postStatement } from "@/server/endpoints/chain";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postStatement);
