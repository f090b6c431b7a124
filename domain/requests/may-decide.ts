import { REQUEST_LIFECYCLE, type Request, type RequestEvent, type RequestState } from "./request";
import type { Instant } from "../shared/instant";
import { advance } from "../shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

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
