import { getTrafficShare } from "@/server/endpoints/traffic";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getTrafficShare);
