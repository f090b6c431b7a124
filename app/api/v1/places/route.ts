import { listPlaces } from "@/server/endpoints/reference";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listPlaces);
