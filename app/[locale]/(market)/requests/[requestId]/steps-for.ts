import type { Step } from "@/components/bidding/form/step-form";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { withdraw } from "@/domain/bidding/bid";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { cancel, close } from "@/domain/requests/request";
import type { Instant } from "@/domain/shared/instant";

/** What this reader may do here now, by the same policy and the same rules as the commands. */
export function stepsFor(actor: Actor, request: RequestPage, now: Instant): Step[] {
  const steps: Step[] = [];
  const own = request.ownBid;
  const provider = { providerOrganisationId: actor.organisationId ?? "" };
  if (own && may(actor, "bid.change", provider) && withdraw(request, own.state, now).ok) steps.push("withdraw");
  if (may(actor, "request.change", request)) {
    if (request.state === "open" && close(request, now).ok) steps.push("close");
    if (cancel(request).ok) steps.push("cancel");
  }
  const isAsked = request.state === "closed" && request.opening !== null && !request.opening.isApprovedByViewer;
  if (isAsked && may(actor, "request.open", request)) steps.push("open");
  return steps;
}
