import { listAmendments } from "@/server/endpoints/amendments";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listAmendments);
