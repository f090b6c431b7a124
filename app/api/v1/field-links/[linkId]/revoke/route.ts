import { postRevokeFieldLink } from "@/server/endpoints/field";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postRevokeFieldLink);
