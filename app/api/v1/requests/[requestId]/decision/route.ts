import { getDecision } from "@/server/endpoints/decide";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getDecision);
