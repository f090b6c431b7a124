import { postAccept } from "@/server/endpoints/orders";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postAccept);
