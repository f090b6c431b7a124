import { getOrder } from "@/server/endpoints/orders";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(getOrder);
