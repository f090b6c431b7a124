import { getProvider } from "@/server/endpoints/catalogue";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(getProvider);
