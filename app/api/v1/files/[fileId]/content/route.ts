import { getFileContent } from "@/server/endpoints/files";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getFileContent);
