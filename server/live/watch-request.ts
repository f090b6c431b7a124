import { platform, type Platform } from "../platform/platform";
import { watchedRequest } from "../requests/queries/watched-request";
import { liveOf } from "./live-of";
import { seqOfMark } from "./log-mark";
import { type Asking, type Opened, openStream } from "./base/open-stream";

/** Opens a stream of what happens to a request, as its viewer may hear it; `not_found` where it is not for them, `no_seat` where too many are open. */
export async function watchRequest(
  { requestId, ...asking }: Asking & { readonly requestId: string },
  on: Platform = platform(),
): Promise<Opened> {
  const { read } = on.database;
  const { actor, after } = asking;
  const found = await watchedRequest(read, actor, requestId);
  if (!found) return "not_found";
  const of = {
    requestId,
    watching: found.watching,
    maySee: async () => (await watchedRequest(read, actor, requestId)) !== null,
    // A number that is not reached yet was made elsewhere: from another copy of the database.
    seq: Math.min((after === null ? null : seqOfMark(requestId, after)) ?? found.logSeq, found.logSeq),
  };
  return openStream(liveOf(on).requests, of, asking);
}
