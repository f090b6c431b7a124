import { getDocuments, postDocument } from "@/server/endpoints/documents";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getDocuments);
export const POST = serve(postDocument);
