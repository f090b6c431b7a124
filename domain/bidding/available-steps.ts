import type { Actor } from "../access/actor";
import { may } from "../access/policy";
import { withdraw } from "./bid";
import type { RequestPage } from "./bid-view";
import type { Instant } from "../shared/instant";
import { cancel, close } from "../requests/request";

/** What may be done to a request or a bid in a second step. */
export type Step = "publish" | "withdraw" | "discard" | "close" | "open" | "cancel";

/** What this reader may do to the request now, by the same policy and the same rules as the commands. */
export function stepsFor(actor: Actor, request: RequestPage, now: Instant): Step[] {
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
