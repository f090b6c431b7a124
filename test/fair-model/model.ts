import { DAY_MS, type Instant, later } from "../../domain/shared/time";
import type { RequestState } from "../../domain/requests/request";
import { CLOSES, DECIDES } from "../bidding-market";
import { START } from "../posting-market";
import type { Provider } from "./market";

export type ModelBid = {
  state: "submitted" | "stale" | "withdrawn" | "disqualified";
  /** The amendment that it answers. */
  amendment: number;
  validUntil: Instant;
  /** Of every version that was acknowledged, in order. */
  receipts: string[];
  /** The buyer's counter-offers on it, the last of them with what it waits for. */
  rounds: number;
  counter: { readonly id: string; readonly expiresAt: Instant; readonly validUntil: Instant } | null;
  /** What its papers were said to lack, and the last of it while neither side nor the clock has ended it. */
  readonly missed: Set<string>;
  cure: { isSent: boolean; readonly endsAt: Instant } | null;
};

export const newBid = (of: Pick<ModelBid, "state" | "amendment" | "validUntil" | "receipts">): ModelBid => ({
  ...of,
  rounds: 0,
  counter: null,
  missed: new Set(),
  cure: null,
});

/** What fair bidding has to be, as simple as it can be said. */
export type Model = {
  now: Instant;
  state: RequestState;
  readonly publishedAt: Instant;
  closesAt: Instant;
  decideBy: Instant;
  amendment: number;
  /** How often the time to decide was moved. */
  extensions: number;
  approvals: Set<string>;
  /** It ended with a rejection of all bids. */
  isRejected: boolean;
  winner: Provider | null;
  readonly bids: Map<Provider, ModelBid>;
};

export const freshModel = (): Model => ({
  now: START,
  state: "open",
  publishedAt: START,
  closesAt: CLOSES,
  decideBy: DECIDES,
  amendment: 0,
  extensions: 0,
  approvals: new Set(),
  isRejected: false,
  winner: null,
  bids: new Map(),
});

export const isTakingBids = (model: Model): boolean => model.state === "open" && model.now < model.closesAt;

export const standing = (model: Model): ModelBid[] =>
  [...model.bids.values()].filter(({ state }) => state === "submitted");

export const isLive = (bid: ModelBid | undefined): bid is ModelBid =>
  bid?.state === "submitted" || bid?.state === "stale";

/** From the opening until the time to decide is over. */
export const isDeciding = (model: Model): boolean => model.state === "opened" && model.now < model.decideBy;

/** The clock's word at the end of a cure: what was sent and not judged counts as taken, and who sent nothing is out. */
export function settleCures(model: Model): void {
  for (const bid of model.bids.values()) {
    if (bid.cure === null || model.now < bid.cure.endsAt) continue;
    if (!bid.cure.isSent) bid.state = "disqualified";
    bid.cure = null;
  }
}

/** An end of the request: what the clock had to say already holds, and no other papers are mended any more. */
export function endModel(model: Model, state: RequestState): void {
  settleCures(model);
  for (const bid of model.bids.values()) bid.cure = null;
  model.state = state;
}

/** Whether this bid may be awarded now, valid until then. */
export function mayWin(model: Model, provider: Provider, validUntil: Instant | undefined): boolean {
  const bid = model.bids.get(provider);
  const isOut = bid?.cure != null && !bid.cure.isSent && model.now >= bid.cure.endsAt;
  const isWaitedFor = [...model.bids].some(
    ([who, { cure }]) => who !== provider && cure !== null && model.now < cure.endsAt,
  );
  const isValid = validUntil !== undefined && model.now < validUntil;
  return isDeciding(model) && bid?.state === "submitted" && isValid && !isOut && !isWaitedFor;
}

/** So long that no extension outruns it but the latest ones of a long run. */
export const validUntilOf = (model: Model): Instant => later(model.decideBy, 10 * DAY_MS);

export const closeModel = (model: Model): void => {
  model.state = standing(model).length > 0 ? "closed" : "no_bids";
};

/** Early where that was published, but not while a bidder has an amendment to read. */
export const mayClose = (model: Model): boolean =>
  model.state === "open" &&
  (model.now >= model.closesAt || [...model.bids.values()].every(({ state }) => state !== "stale"));
