import { type Actor, may } from "../access/policy";
import { withdraw } from "./bid";
import type { Instant } from "../shared/time";
import { cancel, close, type Request } from "../requests/request";
import type { BidState } from "../shared/vocabulary";

/** What may be done to a request or a bid in a second step. */
export type Step = "publish" | "withdraw" | "discard" | "close" | "open" | "cancel";

type Seen = Request & {
  readonly ownBid: { readonly state: BidState } | null;
  readonly draft: object | null;
  /** Null to all but its buyer, and where one person opens. */
  readonly opening: { readonly isApprovedByViewer: boolean } | null;
};

/** What this reader may do to the request now, by the same policy and the same rules as the commands. */
export function stepsFor(actor: Actor, request: Seen, now: Instant): Step[] {
  const steps: Step[] = [];
  const own = request.ownBid;
  const provider = { providerOrganisationId: actor.organisationId ?? "" };
  if (own && may(actor, "bid.change", provider) && withdraw(request, own.state, now).ok) steps.push("withdraw");
  if (request.draft && may(actor, "bid_draft.change", provider)) steps.push("discard");
  if (may(actor, "request.change", request)) {
    if (request.state === "draft") steps.push("publish");
    if (request.state === "open" && close(request, now).ok) steps.push("close");
    if (cancel(request).ok) steps.push("cancel");
  }
  const isAsked = request.state === "closed" && request.opening !== null && !request.opening.isApprovedByViewer;
  if (isAsked && may(actor, "request.open", request)) steps.push("open");
  return steps;
}
