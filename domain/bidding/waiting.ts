import { isCuring, type DisqualificationState } from "./disqualification";
import { type CounterState, isPending, type NegotiationSide } from "./counter-offer";
import type { Instant } from "../shared/time";
import { isTurnOf, type RequestSide, type RequestTurn } from "../requests/request-turn";

/** One thing about a bid that waits for somebody in the time to decide, as its reader may know of it. */
export type Waiting = {
  readonly bidId: string;
  readonly holder: "buyer" | "bidder";
  readonly act: "cure" | "judge" | "answer";
  readonly by: Instant;
};

type KnownCure = {
  readonly bidId: string;
  readonly state: DisqualificationState;
  readonly cureEndsAt: Instant | null;
};

/** Papers that are mended wait for their bidder, and once they are sent for the buyer; after their time for nobody. */
export function waitingOfCure(cure: KnownCure, now: Instant): Waiting | null {
  const { bidId, state, cureEndsAt: by } = cure;
  if (by === null || !isCuring(cure, now)) return null;
  return state === "answered"
    ? { bidId, holder: "buyer", act: "judge", by }
    : { bidId, holder: "bidder", act: "cure", by };
}

type KnownOffer = {
  readonly bidId: string;
  readonly by: NegotiationSide;
  readonly state: CounterState;
  readonly expiresAt: Instant;
};

/** An offer across the table waits for the side that did not make it, until its time is over. */
export function waitingOfOffer(offer: KnownOffer, now: Instant): Waiting | null {
  if (!isPending(offer, now)) return null;
  return {
    bidId: offer.bidId,
    holder: offer.by === "buyer" ? "bidder" : "buyer",
    act: "answer",
    by: offer.expiresAt,
  };
}

/** What waits, in the order in which its reader is told of it: the reader's own first, of several the one that ends first. */
export const inTurn = (waiting: readonly Waiting[], side: RequestSide): Waiting[] => {
  const rank = (one: Waiting) => (isTurnOf(one, side) ? 0 : 1);
  return [...waiting].sort((a, b) => rank(a) - rank(b) || a.by - b.by);
};

/** The turn while something waits, in the time to decide. Who knows of nothing is told what holds without. */
export function turnWhileWaiting(turn: RequestTurn, waiting: readonly Waiting[], side: RequestSide): RequestTurn {
  const [first] = inTurn(waiting, side);
  return turn.act === "decide" && first ? { holder: first.holder, act: first.act, by: first.by } : turn;
}
