import { postReroute } from "@/server/endpoints/reroute";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postReroute);
