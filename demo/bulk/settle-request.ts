import { BID_LIFECYCLE, type BidEvent } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/states";
import { close, lapse, open } from "../../domain/requests/request";
import { type Instant } from "../../domain/shared/instant";
import { advance } from "../../domain/shared/lifecycle";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import type { LiveBid, LiveRequest } from "./live-deal";
import { show } from "./take-bid";

/** The clock's close, with the opening that follows it at once. */
export function closeRequest({ row, bids, key }: LiveRequest, now: Instant): Result<void, Refusal> {
  const closed = close(row, now);
  if (!closed.ok) return closed;
  row.state = closed.value;
  row.closedAt = now;
  row.version += 1;
  const opened = open(row, 0);
  if (!opened.ok) return accept(undefined);
  for (const bid of key === null ? [] : bids) {
    bid.version.content = bid.content;
    show(bid);
  }
  row.state = opened.value;
  row.openedAt = now;
  row.version += 1;
  return accept(undefined);
}

/** Moves a standing bid to its end. */
export function endBid({ row }: LiveBid, event: "win" | "lose", now: Instant): void {
  const state = advance<BidState, BidEvent>(BID_LIFECYCLE, row.state, event);
  if (!state.ok) return;
  row.state = state.value;
  row.updatedAt = now;
}

/** The end of a request that was not decided in time. */
export function lapseRequest({ row, bids }: LiveRequest, now: Instant): Result<void, Refusal> {
  const state = lapse(row, now);
  if (!state.ok) return state;
  row.state = state.value;
  row.version += 1;
  for (const bid of bids) endBid(bid, "lose", now);
  return accept(undefined);
}
