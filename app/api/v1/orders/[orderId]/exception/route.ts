import { postException } from "@/server/endpoints/delay";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postException);
