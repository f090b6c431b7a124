import { watchDeal } from "@/server/live/watch";
import { watch } from "@/server/live/watch-route";

/** That something has happened to a deal's orders or gates, for its parties who look at a page about it. */
export const GET = watch<{ dealId: string }>((asking) => watchDeal(asking));
