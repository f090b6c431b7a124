import { listPlaces } from "@/server/endpoints/reference";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(listPlaces);
