import { postAccept } from "@/server/endpoints/orders";
import { serve } from "@/server/platform/endpoint";

export const POST = serve(postAccept);
