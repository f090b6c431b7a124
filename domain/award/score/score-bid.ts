import type { BidState } from "../../shared/states";
import type { Request } from "../../requests/request";
import type { Criterion } from "../../requests/terms";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";

export type ScoreRefusal = Refusal<
  "request_not_closed" | "request_not_opened" | "wrong_state" | "bid_not_standing" | "criterion_not_own"
>;

/**
 * May the buyer's panel score this bid now? From the opening until the award, a bid that stands, at criteria that are the buyer's own; price
 * and time are computed. Refuses `request_not_closed` and `request_not_opened` before it, `wrong_state` after the award or another end,
 * `bid_not_standing`, and `criterion_not_own` with the criterion's number from 1.
 */
export function mayScore(
  request: Pick<Request, "state" | "closesAt">,
  bid: { readonly state: BidState },
  scored: { readonly criteria: readonly Criterion[]; readonly places: readonly number[] },
): Result<void, ScoreRefusal> {
  if (request.state === "open") return refuse("request_not_closed", { closesAt: request.closesAt });
  if (request.state === "closed") return refuse("request_not_opened");
  if (request.state !== "opened") return refuse("wrong_state", { state: request.state, event: "score" });
  if (bid.state !== "submitted") return refuse("bid_not_standing");
  const stray = scored.places.find((place) => scored.criteria[place]?.kind !== "own");
  return stray === undefined ? accept(undefined) : refuse("criterion_not_own", { criterion: stray + 1 });
}
