import { watchInbox } from "@/server/live/watch";
import { watch } from "@/server/live/watch-route";

/** That something new has come to the viewer's own inbox, for pages that show what waits for them. */
export const GET = watch<Record<never, string>>((asking) => watchInbox(asking));
