import { postWaiver } from "@/server/endpoints/chain";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postWaiver);
