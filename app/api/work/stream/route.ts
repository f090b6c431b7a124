import { watchWork } from "@/server/live/watch";
import { watch } from "@/server/live/watch-route";

/** That the work list of the viewer's organisation has changed, for those who look at it. */
export const GET = watch<Record<never, string>>((asking) => watchWork(asking));
