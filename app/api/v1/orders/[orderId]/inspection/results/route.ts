import { postResults } from "@/server/endpoints/inspections";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postResults);
