import { getRanking } from "@/server/endpoints/scores";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getRanking);
