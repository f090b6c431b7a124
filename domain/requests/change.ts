import type { Instant } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { BiddingChange } from "./bidding-schema";
import { acceptsBids, checkWindow, type Request, type WindowRefusal } from "./request";

export type ChangeRefusal = Refusal<"wrong_state" | "has_bids" | "terms_fixed" | "closes_earlier"> | WindowRefusal;

type Changed = Pick<Request, "state" | "closesAt" | "decideBy" | "bidCount">;

const FIXED = [
  "mode",
  "currency",
  "mayCloseEarly",
  "twoPersonOpening",
  "visibility",
  "invitedIds",
  "feedback",
  "negotiationRounds",
  "questionsUntil",
  "criteria",
  "gates",
] as const;

/**
 * Whether a request may be changed so. Everything of a draft may change. Of an open one nobody has bid on: its spec, a later
 * close, its time to decide; bidders have read the other terms. Refuses `has_bids` once somebody has bid, `terms_fixed`
 * naming the term, `closes_earlier`, a window that is inverted or beyond 90 days, and `wrong_state` for all other states.
 */
export function mayChange(request: Changed, change: BiddingChange, now: Instant): Result<void, ChangeRefusal> {
  if (request.state === "draft") return accept(undefined);
  if (request.state !== "open" || !acceptsBids(request, now))
    return refuse("wrong_state", { state: request.state, event: "change" });
  if (request.bidCount > 0) return refuse("has_bids");
  const fixed = FIXED.find((term) => change[term] !== undefined);
  if (fixed) return refuse("terms_fixed", { term: fixed });
  const closesAt = change.closesAt ?? request.closesAt;
  if (closesAt < request.closesAt) return refuse("closes_earlier");
  return checkWindow({ closesAt, decideBy: change.decideBy ?? request.decideBy }, 0, now);
}
