import { getPlace } from "@/server/endpoints/place";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getPlace);
