import { postAnswer } from "@/server/endpoints/questions";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postAnswer);
