import type { BidState } from "../shared/states";
import type { OrderState } from "../shared/states";
import { unreachable } from "../shared/assert";
import type { Instant } from "../shared/instant";
import { needsFallback } from "./fallback";
import { acceptsBids, type Request } from "./request";

/** Who may have a turn; after the award the order says whose it is, to those whose order it is. */
export const TURN_HOLDERS = ["buyer", "bidder", "providers", "provider", "administrator", "order", "nobody"] as const;

/** Who moves next, what they do, and by when where a time is set. */
export type RequestTurn = {
  readonly holder: (typeof TURN_HOLDERS)[number];
  readonly act:
    | "publish"
    | "review"
    | "bid"
    | "confirm"
    | "wait"
    | "open"
    | "decide"
    | "cure"
    | "judge"
    | "answer"
    | "awarded"
    | "perform"
    | "asked"
    | "accept"
    | "dispute"
    | "choose"
    | "state"
    | "own"
    | "finished"
    | "called_off"
    | "ended";
  readonly by: Instant | null;
  /** What a room of the order asks of the buyer; absent where a gate that the buyer can open keeps the order. */
  readonly task?: string;
  /** When the order of an awarded request was finished or called off. */
  readonly endedAt?: Instant;
};

/** The order that came of an award, as its parties may know of it. */
export type OrderOfRequest = { readonly state: OrderState; readonly endedAt: Instant | null };

type Known = Pick<
  Request,
  "state" | "bidMode" | "twoPersonOpening" | "closesAt" | "decideBy" | "isRejected" | "fallback"
> & {
  /** Of the reader's own bid, where it has one. */
  readonly ownBidState?: BidState | undefined;
};

/** How far an order is, is its parties' business: all others are told of the award alone. */
function turnOfOrder(order: OrderOfRequest | undefined): RequestTurn {
  if (order === undefined) return { holder: "nobody", act: "awarded", by: null };
  const { state, endedAt } = order;
  if (state === "delivered") return { holder: "buyer", act: "accept", by: null };
  if (state !== "completed" && state !== "cancelled") return { holder: "order", act: "perform", by: null };
  const act = state === "completed" ? "finished" : "called_off";
  return { holder: "nobody", act, by: null, ...(endedAt === null ? {} : { endedAt }) };
}

/**
 * Whose turn a request is. Providers bid until the close, and who has bid confirms after an amendment; a sealed request whose time is up opens by itself, or waits for two
 * people of the buyer; then the buyer decides; after the award the order says whose turn it is, the buyer's where `order`,
 * which is known to its parties, is delivered, until it is finished or called off. Where nobody was chosen the buyer says how the deal goes on; what it does itself is nobody else's.
 */
export function turnOf(request: Known, now: Instant, order?: OrderOfRequest): RequestTurn {
  const { state } = request;
  switch (state) {
    case "draft":
      return { holder: "buyer", act: "publish", by: request.closesAt };
    case "in_review":
      return { holder: "administrator", act: "review", by: request.closesAt };
    case "open":
      if (!acceptsBids(request, now)) return { holder: "nobody", act: "wait", by: null };
      return { holder: "providers", act: request.ownBidState === "stale" ? "confirm" : "bid", by: request.closesAt };
    case "closed":
      return request.twoPersonOpening
        ? { holder: "buyer", act: "open", by: request.decideBy }
        : { holder: "nobody", act: "wait", by: null };
    case "opened":
      return { holder: "buyer", act: "decide", by: request.decideBy };
    case "awarded":
      return turnOfOrder(order);
    case "no_bids":
    case "no_decision":
    case "cancelled":
      if (needsFallback(request)) return { holder: "buyer", act: "choose", by: null };
      return request.fallback === "self"
        ? { holder: "buyer", act: "own", by: null }
        : { holder: "nobody", act: "ended", by: null };
    default:
      return unreachable(state);
  }
}

/** Which side of a request a reader stands on; `bidder` has a bid that stands, `provider` could send one. */
export type RequestSide = "buyer" | "bidder" | "provider" | "visitor";

/** The turn of what its buyer does itself while a gate of the deal waits for the buyer's word. */
export const turnWhileUnstated = (turn: RequestTurn, isWaitedFor: boolean): RequestTurn =>
  turn.act === "own" && isWaitedFor ? { ...turn, act: "state" } : turn;

type DisputedBy = { readonly who: "buyer" | "provider" | "parties" | "market"; readonly by: Instant | null };

const HOLDER_IN_DISPUTE = { buyer: "buyer", parties: "buyer", provider: "provider", market: "administrator" } as const;

/** The turn, to its buyer, of a request whose order is in dispute: that of the dispute, with its deadline. What both parties do is the buyer's to do. */
const turnWhileDisputed = (turn: RequestTurn, step: DisputedBy): RequestTurn => ({
  ...turn,
  holder: HOLDER_IN_DISPUTE[step.who],
  act: "dispute",
  by: step.by,
});

type Ordered = {
  readonly mover: string;
  readonly turn: { readonly holder: string };
  readonly task: { readonly code: string; readonly by: Instant | null } | null;
  readonly dispute: DisputedBy | null;
};

/**
 * The turn, to its buyer, of a request whose order is under way, as the order itself tells it: its dispute, what a room or a gate asks of the
 * buyer, the acceptance. Whatever else moves the order, it is under way.
 */
export function turnWhileOrdered(turn: RequestTurn, order: Ordered | undefined): RequestTurn {
  if (order === undefined) return turn;
  if (order.dispute !== null) return turnWhileDisputed(turn, order.dispute);
  if (order.mover !== "buyer" && order.mover !== "parties")
    return turn.act === "accept" ? { holder: "order", act: "perform", by: null } : turn;
  if (order.turn.holder === "buyer") return turn;
  const task = order.turn.holder === "task" ? order.task : null;
  return { holder: "buyer", act: "asked", by: task?.by ?? null, ...(task === null ? {} : { task: task.code }) };
}

/**
 * Whether it is the reader's own turn: the buyer's where it is the buyer's and something is asked of it, a provider's while its bid is missing, a bidder's while its
 * bid waits to be confirmed, its papers are missing or it has an offer to answer, of which no other bidder knows.
 */
export const isTurnOf = (turn: RequestTurn, side: RequestSide): boolean =>
  (turn.holder === "buyer" && turn.act !== "own" && side === "buyer") ||
  (turn.holder === "bidder" && side === "bidder") ||
  (turn.holder === "providers" && side === "provider") ||
  (turn.act === "confirm" && side === "bidder");
