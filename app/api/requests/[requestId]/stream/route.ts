import { watch } from "@/server/live/watch-route";

/** What happens to a request, for those who look at its page. */
export const GET = watch();
