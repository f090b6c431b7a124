import { getDocument } from "@/server/endpoints/registry";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getDocument);
