import { getInspection } from "@/server/endpoints/inspections";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getInspection);
