import { postMilestone } from "@/server/endpoints/orders";
import { serve } from "@/server/platform/endpoint";

export const POST = serve(postMilestone);
