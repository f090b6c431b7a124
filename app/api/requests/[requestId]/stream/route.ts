import { watch } from "@/server/live/watch-route";
import { watchRequest } from "@/server/live/watch";

/** What happens to a request, for those who look at its page. */
export const GET = watch<{ requestId: string }>((asking) => watchRequest(asking));
