import { advance, type Lifecycle } from "../shared/lifecycle";
import { type Refusal, type Result, refuse } from "../shared/result";
import type { Request } from "./request";

export const FALLBACKS = ["again", "self", "dropped"] as const;
/** How a deal goes on where nobody was chosen for a service: it is asked for again, its buyer does it itself, or it is dropped. */
export type Fallback = (typeof FALLBACKS)[number];

type FallbackState = "undecided" | Fallback;
export type FallbackChoice = "ask_again" | "do_it_ourselves" | "drop";

/** A buyer may think better of it until it has asked again: from then on the new request is what counts. */
export const FALLBACK_LIFECYCLE = {
  undecided: { ask_again: "again", do_it_ourselves: "self", drop: "dropped" },
  self: { ask_again: "again", drop: "dropped" },
  dropped: { ask_again: "again", do_it_ourselves: "self" },
  again: {},
} as const satisfies Lifecycle<FallbackState, FallbackChoice>;

type Known = Pick<Request, "state" | "isRejected" | "fallback">;

/** Whether a request ended with nobody chosen though its buyer did not give it up: no bids, all rejected, or not decided in time. */
export const isUnfilled = ({ state, isRejected }: Pick<Known, "state" | "isRejected">): boolean =>
  state === "no_bids" || state === "no_decision" || (state === "cancelled" && isRejected);

/** Whether its buyer gave the request up itself: nothing is left to choose for its deal, and the like of it can be posted anew. */
export const isGivenUp = ({ state, isRejected }: Pick<Known, "state" | "isRejected">): boolean =>
  state === "cancelled" && !isRejected;

/** Whether its buyer still has to say how the deal goes on without it. */
export const needsFallback = (request: Known): boolean => isUnfilled(request) && request.fallback === null;

/** What the buyer chooses where nobody was chosen. Refuses `wrong_state` for a request that ended otherwise, or was asked again. */
export function chooseFallback(request: Known, choice: FallbackChoice): Result<Fallback, Refusal<"wrong_state">> {
  if (!isUnfilled(request)) return refuse("wrong_state", { state: request.state, event: choice });
  const next = advance<FallbackState, FallbackChoice>(FALLBACK_LIFECYCLE, request.fallback ?? "undecided", choice);
  return next as Result<Fallback, Refusal<"wrong_state">>;
}

/** Which choices are open to its buyer now. */
export const fallbacksOf = (request: Known): FallbackChoice[] =>
  isUnfilled(request) ? (Object.keys(FALLBACK_LIFECYCLE[request.fallback ?? "undecided"]) as FallbackChoice[]) : [];

/** Whether the service of this request is in its deal: it is not once it was given up, dropped, or asked for anew by another one. */
export const isInDeal = ({ state, isRejected, fallback }: Known): boolean =>
  fallback !== "dropped" && fallback !== "again" && !isGivenUp({ state, isRejected });
