import { postSlotCancelled } from "@/server/endpoints/slots";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postSlotCancelled);
