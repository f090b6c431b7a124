import { listSlots, postSlot } from "@/server/endpoints/slots";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listSlots);
export const POST = serve(postSlot);
