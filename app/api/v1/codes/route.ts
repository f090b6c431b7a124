import { listCodes } from "@/server/endpoints/codes";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listCodes);
