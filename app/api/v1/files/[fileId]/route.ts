import { deleteFile, getFile } from "@/server/endpoints/files";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getFile);
export const DELETE = serve(deleteFile);
