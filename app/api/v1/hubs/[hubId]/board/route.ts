import { getHubBoard, postHubState } from "@/server/endpoints/hub-board";
import { serve } from "@/server/platform/api/endpoint";

export const GET = serve(getHubBoard);
export const POST = serve(postHubState);
