import { postAgain } from "@/server/endpoints/fallback";
import { serve } from "@/server/platform/api/endpoint";

export const POST = serve(postAgain);
