import { getDeal } from "@/server/endpoints/deals";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(getDeal);
