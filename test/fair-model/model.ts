import type { Instant } from "../../domain/shared/instant";
import { later, DAY_MS } from "../../domain/shared/instant";
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
};

export const newBid = (of: Pick<ModelBid, "state" | "amendment" | "validUntil" | "receipts">): ModelBid => ({
  ...of,
  rounds: 0,
  counter: null,
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

/** So long that no extension outruns it but the latest ones of a long run. */
export const validUntilOf = (model: Model): Instant => later(model.decideBy, 10 * DAY_MS);

export const closeModel = (model: Model): void => {
  model.state = standing(model).length > 0 ? "closed" : "no_bids";
};

/** Early where that was published, but not while a bidder has an amendment to read. */
export const mayClose = (model: Model): boolean =>
  model.state === "open" &&
  (model.now >= model.closesAt || [...model.bids.values()].every(({ state }) => state !== "stale"));
