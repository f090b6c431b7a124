import { postWithdraw } from "@/server/endpoints/bidding";
import { serve } from "@/server/platform/endpoint";

export const POST = serve(postWithdraw);
