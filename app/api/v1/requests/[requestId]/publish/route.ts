import { postPublish } from "@/server/endpoints/requests";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postPublish);
