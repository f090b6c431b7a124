import { postOpen } from "@/server/endpoints/requests";
import { serve } from "@/server/platform/endpoint";

export const POST = serve(postOpen);
