import { getDeal } from "@/server/endpoints/deals";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getDeal);
