import { inboxHeads, inboxId } from "@/db/repositories/live-heads";
import { type Platform, platform } from "../platform/platform";
import { watchedRequest } from "../requests/queries/questions";
import { liveOf } from "./hub";
import { seqOfMark } from "./log-mark";
import { type Asking, type Opened, openStream } from "./open-stream";
import { watchedDeal, watchedWork } from "../orders/queries/watched";

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

const SEQ = /^\d{1,15}$/;

/** From which number on somebody wants to hear: its own, where it names one that has been reached, else the last one. */
const knownSeq = (after: string | null, last: number): number =>
  after !== null && SEQ.test(after) ? Math.min(Number(after), last) : last;

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

/** Opens a stream that says when something new has come to the viewer's own inbox; `not_found` for whoever has none. */
export async function watchInbox(asking: Asking, on: Platform = platform()): Promise<Opened> {
  const { userId, organisationId } = asking.actor;
  if (userId === null || organisationId === null) return "not_found";
  const id = inboxId({ userId, organisationId });
  const last = (await inboxHeads(on.database.read, [id])).get(id) ?? 0;
  // It is the session's own person's: that still stands is asked of every stream.
  const of = { id, maySee: async () => true, seq: knownSeq(asking.after, last) };
  return openStream(liveOf(on).inboxes, of, asking);
}
