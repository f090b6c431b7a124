import { postWithdraw } from "@/server/endpoints/bidding";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postWithdraw);
