import { postFile } from "@/server/endpoints/files";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postFile);
