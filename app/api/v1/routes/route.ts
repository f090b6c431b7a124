import { planRoutes } from "@/server/endpoints/routes";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(planRoutes);
