import { platform, type Platform } from "../../platform/platform";
import { watchedWork } from "../../orders/queries/watched-work";
import { liveOf } from "../live-of";
import { type Asking, type Opened, openStream } from "../base/open-stream";
import { knownSeq } from "./known-seq";

/** Opens a stream that says when the work list of the viewer's organisation has changed; `not_found` for whoever has none. */
export async function watchWork(asking: Asking, on: Platform = platform()): Promise<Opened> {
  const seqNow = () => watchedWork(on.database.read, asking.actor);
  const watched = await seqNow();
  if (watched === null) return "not_found";
  const { organisationId } = watched;
  const of = {
    id: organisationId,
    maySee: async () => (await seqNow()) !== null,
    seq: knownSeq(asking.after, watched.seq),
  };
  return openStream(liveOf(on).work, of, asking);
}
