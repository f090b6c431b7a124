import { getDocument } from "@/server/endpoints/registry";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(getDocument);
