import { listCorridors } from "@/server/endpoints/remittance";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listCorridors);
