import { postWithdrawClosure } from "@/server/endpoints/hub-board";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postWithdrawClosure);
