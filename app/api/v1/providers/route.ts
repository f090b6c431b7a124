import { listProviders } from "@/server/endpoints/catalogue";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listProviders);
