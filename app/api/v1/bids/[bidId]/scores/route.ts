import { postScores } from "@/server/endpoints/scores";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postScores);
