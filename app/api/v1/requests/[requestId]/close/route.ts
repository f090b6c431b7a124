import { postClose } from "@/server/endpoints/requests";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postClose);
