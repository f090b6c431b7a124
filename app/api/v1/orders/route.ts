import { listOrders } from "@/server/endpoints/orders";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(listOrders);
