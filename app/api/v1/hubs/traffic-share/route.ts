import { getTrafficShare } from "@/server/endpoints/traffic";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(getTrafficShare);
