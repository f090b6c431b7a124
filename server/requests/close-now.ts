import { bidsOfRequest, type StoredBid, saveBidState } from "../../db/repositories/bidding";
import { insertDebriefs } from "../../db/repositories/award";
import { type RequestTimes, saveRequestState, type StoredRequest } from "../../db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent, bidFacts, requestFacts } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/vocabulary";
import { debriefOfUnconfirmed } from "../../domain/bidding/debrief";
import { close, type CloseRefusal, open, type RequestState } from "../../domain/requests/request";
import { accept, advance, assert, type Result } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { fixList, writeMinutes } from "../bidding/closing-proof";
import { openBids } from "../sealing/seal-bid";

type Steps = Pick<CommandContext, "tx" | "actor" | "now" | "publish">;

/**
 * The opening as a step: every standing bid is opened, it is put on record, and from here on amounts may be read. Where it follows a close at once,
 * the request is saved once for both.
 */
export async function openNow(
  steps: Steps,
  request: StoredRequest,
  change: { readonly state: RequestState } & Pick<RequestTimes, "closedAt" | "bidCount">,
): Promise<void> {
  const { tx, now, publish } = steps;
  if (request.bidMode === "sealed") await openBids(tx, request.id);
  await saveRequestState(tx, request.id, { ...change, openedAt: now });
  const root = await writeMinutes(tx, request, steps);
  publish({ type: "request.opened", bidCount: request.bidCount, root: root ?? undefined, ...requestFacts(request) });
}

/** Bids that nobody has confirmed since an amendment; there are none where nothing was ever amended. */
async function unconfirmedBids(tx: Steps["tx"], request: StoredRequest): Promise<StoredBid[]> {
  if (request.amendmentCount === 0) return [];
  return (await bidsOfRequest(tx, request.id)).filter(({ state }) => state === "stale");
}

/** What was not confirmed until the close has lost: it is never opened, and its bidder is told why. */
async function loseUnconfirmed({ tx, now, publish }: Steps, request: StoredRequest, unconfirmed: readonly StoredBid[]) {
  await insertDebriefs(
    tx,
    unconfirmed.map(({ id }) => debriefOfUnconfirmed(id)),
    now,
  );
  for (const bid of unconfirmed) {
    const lost = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "lose");
    assert(lost.ok, "a stale bid can lose");
    await saveBidState(tx, bid.id, { state: lost.value, now });
    publish({ type: "bid.lost", isUnconfirmed: true, ...bidFacts(request, bid) });
  }
}

/**
 * The close as a step, by the buyer or by the clock: the list of all that was handed in is fixed. From here on the bids that count are
 * those that stand; what was not confirmed since an amendment loses. Without a standing bid the close is an end. Otherwise the opening
 * follows at once, unless the buyer chose that two people open.
 */
export async function closeNow(steps: Steps, request: StoredRequest): Promise<Result<RequestState, CloseRefusal>> {
  const { tx, now, publish } = steps;
  const unconfirmed = await unconfirmedBids(tx, request);
  const closed = close(request, now, unconfirmed.length);
  if (!closed.ok) return closed;
  const bidCount = request.bidCount - unconfirmed.length;
  const standing = { ...request, state: closed.value, bidCount };
  const opened = closed.value !== "no_bids" && !request.twoPersonOpening ? open(standing, 0) : null;
  const times = { closedAt: now, bidCount };
  if (!opened?.ok) await saveRequestState(tx, request.id, { state: closed.value, ...times });
  const root = await fixList(tx, request.id, now);
  await loseUnconfirmed(steps, request, unconfirmed);
  if (closed.value === "no_bids") {
    publish({ type: "request.ended", state: "no_bids", reason: "", ...requestFacts(request) });
    return closed;
  }
  publish({ type: "request.closed", bidCount, unconfirmedCount: unconfirmed.length, root, ...requestFacts(request) });
  if (!opened?.ok) return closed;
  await openNow(steps, standing, { state: opened.value, ...times });
  return accept(opened.value);
}
