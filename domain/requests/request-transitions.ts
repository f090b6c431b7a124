import {
  REQUEST_LIFECYCLE,
  type Request,
  type RequestEvent,
  type RequestState,
  type WindowRefusal,
  acceptsBids,
  checkWindow,
} from "./request";
import type { Instant } from "../shared/instant";
import { advance } from "../shared/lifecycle";
import { type Refusal, type Result, accept, refuse } from "../shared/result";
import type { BiddingChange } from "./bidding-schema";

export type DecideRefusal = Refusal<"request_not_closed" | "request_not_opened" | "wrong_state" | "decision_overdue">;

type Decided = Pick<Request, "state" | "closesAt" | "decideBy">;

/**
 * Whether bids may be decided on now: from the opening until `decideBy`. Refuses `request_not_closed`, `request_not_opened`, an ended
 * request as `wrong_state`, and `decision_overdue`.
 */
export function mayDecide(request: Decided, now: Instant): Result<void, DecideRefusal> {
  if (request.state === "open") return refuse("request_not_closed", { closesAt: request.closesAt });
  if (request.state === "closed") return refuse("request_not_opened");
  if (request.state !== "opened") return refuse("wrong_state", { state: request.state, event: "decide" });
  return now < request.decideBy ? accept(undefined) : refuse("decision_overdue", { decideBy: request.decideBy });
}

/** No bid is taken. It ends the request as cancelled, with a reason for every bidder, and is a decision like an award. */
export function rejectAll(request: Decided, now: Instant): Result<RequestState, DecideRefusal> {
  const allowed = mayDecide(request, now);
  return allowed.ok ? advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "cancel") : allowed;
}

export type PublishRules = {
  readonly minOpenMs: number;
  /** How many of an organisation's first requests are read by an administrator before they open. */
  readonly firstInReview: number;
  /** How many the organisation has published so far. */
  readonly publishedBefore: number;
};

export type PublishRefusal = WindowRefusal | Refusal<"wrong_state">;

type Draft = Pick<Request, "state" | "closesAt" | "decideBy">;

/**
 * Publishing opens a draft for bids, or sends it to review where it is among the organisation's first ones. Refuses a
 * window that is shorter than the market's rule, inverted or beyond 90 days, and whatever is no draft.
 */
export function publish(draft: Draft, rules: PublishRules, now: Instant): Result<RequestState, PublishRefusal> {
  const window = checkWindow(draft, rules.minOpenMs, now);
  if (!window.ok) return window;
  const event = rules.publishedBefore < rules.firstInReview ? "hold" : "publish";
  return advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, draft.state, event);
}

/** An administrator lets a held request open; refuses `window_passed` where its close has come meanwhile. */
export function approve(held: Draft, now: Instant): Result<RequestState, Refusal<"window_passed" | "wrong_state">> {
  const next = advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, held.state, "approve");
  if (next.ok && held.closesAt <= now) return refuse("window_passed", { closesAt: held.closesAt });
  return next;
}

export type ChangeRefusal = Refusal<"wrong_state" | "terms_fixed">;

type Changed = Pick<Request, "state" | "closesAt">;

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
 * Whether terms of a request may be changed so. Everything of a draft may. Of an open one, with bids or without, its spec, its close
 * and its time to decide, as `amend` has it; bidders have read the other terms. Refuses `terms_fixed` naming the term, and
 * `wrong_state` after the close and for all other states.
 */
export function mayChange(request: Changed, change: BiddingChange, now: Instant): Result<void, ChangeRefusal> {
  if (request.state === "draft") return accept(undefined);
  if (!acceptsBids(request, now)) return refuse("wrong_state", { state: request.state, event: "change" });
  const fixed = FIXED.find((term) => change[term] !== undefined);
  return fixed ? refuse("terms_fixed", { term: fixed }) : accept(undefined);
}
