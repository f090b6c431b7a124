import { postConfirm } from "@/server/endpoints/amendments";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postConfirm);
