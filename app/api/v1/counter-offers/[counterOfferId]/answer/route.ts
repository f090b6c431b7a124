import { postCounterAnswer } from "@/server/endpoints/negotiation";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postCounterAnswer);
