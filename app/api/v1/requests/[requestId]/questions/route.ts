import { listQuestions, postQuestion } from "@/server/endpoints/questions";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listQuestions);
export const POST = serve(postQuestion);
