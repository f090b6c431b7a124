import type { Actor } from "../access/actor";
import { may } from "../access/policy";
import { withdraw } from "./bid";
import type { Instant } from "../shared/instant";
import type { BidState } from "../shared/states";
import { cancel, close, type Request } from "../requests/request";

/** What may be done to a request or a bid in a second step. */
export type Step = "publish" | "withdraw" | "discard" | "close" | "open" | "cancel";

/** What the reader knows of a request: its own bid and draft, and where two people open it, whether it has said so. */
type Known = Request & {
  readonly ownBid: { readonly state: BidState } | null;
  readonly draft: object | null;
  readonly opening: { readonly isApprovedByViewer: boolean } | null;
};

/** What this reader may do to the request now, by the same policy and the same rules as the commands. */
export function stepsFor(actor: Actor, request: Known, now: Instant): Step[] {
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
