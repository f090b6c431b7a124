import { getEvents } from "@/server/endpoints/events";
import { serve } from "@/server/platform/endpoint";

export const GET = serve(getEvents);
