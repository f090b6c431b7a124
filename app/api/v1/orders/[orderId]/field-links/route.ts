import { listFieldLinks, postFieldLink } from "@/server/endpoints/field";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listFieldLinks);
export const POST = serve(postFieldLink);
