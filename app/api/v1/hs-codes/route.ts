import { listHsCodes } from "@/server/endpoints/tariff";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listHsCodes);
