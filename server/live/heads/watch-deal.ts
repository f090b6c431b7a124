import { platform, type Platform } from "../../platform/platform";
import { watchedDeal } from "../../orders/queries/watched-deal";
import { liveOf } from "../live-of";
import { type Asking, type Opened, openStream } from "../base/open-stream";
import { knownSeq } from "./known-seq";

/** Opens a stream that says when something has happened to a deal's orders or gates; `not_found` for everybody but its parties. */
export async function watchDeal(
  { dealId, ...asking }: Asking & { readonly dealId: string },
  on: Platform = platform(),
): Promise<Opened> {
  const seqNow = () => watchedDeal(on.database.read, asking.actor, dealId);
  const seq = await seqNow();
  if (seq === null) return "not_found";
  const of = { id: dealId, maySee: async () => (await seqNow()) !== null, seq: knownSeq(asking.after, seq) };
  return openStream(liveOf(on).deals, of, asking);
}
