import type { BidState, OrderState, Service } from "../shared/vocabulary";
import type { Mode } from "../hubs/place";
import { unreachable } from "../shared/result";
import type { Instant } from "../shared/time";
import { acceptsBids, needsFallback, type Request } from "./request";

/** Who may have a turn; after the award the order says whose it is, to those whose order it is. */
export const TURN_HOLDERS = [
  ...["buyer", "colleague", "bidder", "providers", "provider", "administrator", "order", "nobody"],
] as const;

/** What is done next; those from `report` to `held` are of an order under way, as its own page says them. */
export const TURN_ACTS = [
  ...["publish", "review", "bid", "confirm", "wait", "open", "decide", "cure", "judge", "answer", "reply", "awarded"],
  ...["report", "asked", "accept", "dispute", "perform", "held"],
  ...["choose", "state", "own", "finished", "called_off", "ended"],
] as const;
export type TurnAct = (typeof TURN_ACTS)[number];

/** Who moves next, what they do, and by when where a time is set. */
export type RequestTurn = {
  readonly holder: (typeof TURN_HOLDERS)[number];
  readonly act: TurnAct;
  readonly by: Instant | null;
  /** The order under way whose turn it is, to its parties. */
  readonly order?: { readonly id: string; readonly service: Service; readonly mode: Mode };
  /** The step of the order that its provider reports next. */
  readonly step?: string;
  /** What a room of the order asks of a side; absent where a gate that the side can open keeps the order. */
  readonly task?: string;
  /** How many questions on it wait for its buyer's answer. */
  readonly questions?: number;
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

const OF_BUYER: ReadonlySet<TurnAct> = new Set(["choose", "state", "own"]);

/** The turn as one side is told it: what its buyer makes of a request that nobody was chosen for is an end to all others. */
export const turnToSide = (turn: RequestTurn, side: RequestSide): RequestTurn =>
  side !== "buyer" && OF_BUYER.has(turn.act) ? { holder: "nobody", act: "ended", by: null } : turn;

type ReadersPart = { readonly hasOpened: boolean; readonly questions: number };

/**
 * The turn of a request to one of its buyer's people: who has already said that the bids may be opened waits for a colleague, and while providers
 * bid their open questions wait for the buyer.
 */
export function turnOfBuyersReader(turn: RequestTurn, { hasOpened, questions }: ReadersPart): RequestTurn {
  if (turn.act === "open" && hasOpened) return { ...turn, holder: "colleague" };
  if (turn.act === "bid" && questions > 0) return { holder: "buyer", act: "reply", by: turn.by, questions };
  return turn;
}

type Ordered = NonNullable<RequestTurn["order"]> & {
  /** Who moves the order next, by the rule of all orders. */
  readonly mover: "buyer" | "provider" | "parties" | "market" | "held" | "others" | "nobody";
  readonly turn: { readonly holder: string; readonly code?: string };
  readonly task: { readonly code: string } | null;
  readonly dispute: { readonly by: Instant | null } | null;
  /** By when it is due, as the order's own page says. */
  readonly dueAt: Instant | null;
};

const sideInOrder = (side: RequestSide) => (side === "buyer" ? "buyer" : "provider");

/**
 * The turn of a request whose order is under way, to a party of that order, as the order itself tells it: its dispute, what a room or a gate
 * asks of a side, the acceptance, the next step. What both parties do is the reader's own. Nobody is late behind what others bring or
 * what holds the order, so then there is no time.
 */
export function turnWhileOrdered(turn: RequestTurn, ordered: Ordered | undefined, side: RequestSide): RequestTurn {
  if (ordered === undefined) return turn;
  const { id, service, mode, mover, dispute, task, dueAt } = ordered;
  const order = { id, service, mode };
  if (mover === "held" || mover === "others" || mover === "nobody")
    return { holder: "order", act: mover === "held" ? "held" : "perform", by: null, order };
  const holder = mover === "parties" ? sideInOrder(side) : mover === "market" ? "administrator" : mover;
  if (dispute !== null) return { holder, act: "dispute", by: dispute.by, order };
  const told = { holder, by: dueAt, order } as const;
  switch (ordered.turn.holder) {
    case "task":
      return { ...told, act: "asked", ...(task && { task: task.code }) };
    case "provider":
      return { ...told, act: "report", ...(ordered.turn.code !== undefined && { step: ordered.turn.code }) };
    case "buyer":
      return { ...told, act: "accept" };
    default:
      return { ...told, act: "asked" };
  }
}

/**
 * Whether it is the reader's own turn: the buyer's where it is the buyer's and something is asked of it, a provider's while its bid is missing, a bidder's while its
 * bid waits to be confirmed, its papers are missing or it has an offer to answer, of which no other bidder knows, and whose bid has won while its order waits for it.
 */
export const isTurnOf = (turn: RequestTurn, side: RequestSide): boolean =>
  (turn.holder === "buyer" && turn.act !== "own" && side === "buyer") ||
  ((turn.holder === "bidder" || turn.holder === "provider") && side === "bidder") ||
  (turn.holder === "providers" && side === "provider") ||
  (turn.act === "confirm" && side === "bidder");
