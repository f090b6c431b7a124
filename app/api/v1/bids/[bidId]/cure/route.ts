import { postCure } from "@/server/endpoints/decide";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postCure);
