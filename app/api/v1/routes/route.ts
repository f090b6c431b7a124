import { planRoutes } from "@/server/endpoints/routes";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(planRoutes);
