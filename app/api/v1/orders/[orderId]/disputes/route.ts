import { listOrderDisputes, postDispute } from "@/server/endpoints/disputes";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(listOrderDisputes);
export const POST = serve(postDispute);
