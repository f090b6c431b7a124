import { getEvents } from "@/server/endpoints/events";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getEvents);
