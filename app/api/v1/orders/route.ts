import { listOrders } from "@/server/endpoints/orders";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listOrders);
