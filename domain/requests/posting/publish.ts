import type { Instant } from "../../shared/instant";
import { advance } from "../../shared/lifecycle";
import { type Refusal, type Result, refuse } from "../../shared/result";
import {
  checkWindow,
  REQUEST_LIFECYCLE,
  type Request,
  type RequestEvent,
  type RequestState,
  type WindowRefusal,
} from "../request";

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
