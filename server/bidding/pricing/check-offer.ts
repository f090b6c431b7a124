import type { Reader } from "@/db/database";
import { findVisibleRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { mayEver } from "@/domain/access/policy";
import type { BidContent, Offer } from "@/domain/bidding/bid";
import { checkGates } from "@/domain/bidding/text/gates/gate-answers";
import { isPublished } from "@/domain/requests/may-see-request";
import { termsOf } from "@/domain/requests/terms";
import type { Instant } from "@/domain/shared/instant";
import { type Result, refuse } from "@/domain/shared/result";
import { checkOfferedParts } from "./check-offered-parts";
import { priceForRequest } from "./price-for-request";

/**
 * Prices an offer without keeping anything: what the form's check shows. The same rules decide as when it is sent, but that one still being
 * written need not answer the gates, nor say who does what only somebody of a country may do.
 */
export async function checkOffer(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly offer: Offer; readonly now: Instant; readonly isUnfinished?: boolean },
): Promise<Result<BidContent>> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "bid.submit")) return refuse("not_permitted");
  const request = await findVisibleRequest(read, viewer, of.requestId);
  // Its buyer sees a draft too, on which nothing is offered yet.
  if (!request || !isPublished(request)) return refuse("not_found");
  if (of.offer.validUntil < request.decideBy) return refuse("validity_too_short", { decideBy: request.decideBy });
  const answered = checkGates(termsOf(request).gates, of.offer.gateAnswers);
  if (!answered.ok && !of.isUnfinished) return answered;
  const priced = await priceForRequest(read, request, of.offer, of.now);
  if (!priced.ok || of.isUnfinished) return priced;
  const local = await checkOfferedParts(read, request, { bidderId: organisationId, offer: of.offer });
  return local.ok ? priced : local;
}
