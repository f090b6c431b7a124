import { getReport, postReport } from "@/server/endpoints/inspections";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getReport);
export const POST = serve(postReport);
