import type { Reader } from "../../db/database";
import { findRequest, isInvited } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { mayEver } from "../../domain/access/policy";
import type { BidContent, Offer } from "../../domain/bidding/bid";
import { checkGates } from "../../domain/bidding/text/gates/gate-answers";
import { isPublic } from "../../domain/requests/request";
import { termsOf } from "../../domain/requests/terms";
import type { Instant } from "../../domain/shared/instant";
import { type Result, refuse } from "../../domain/shared/result";
import { priceForRequest } from "./price-for-request";

/**
 * Prices an offer without keeping anything: what the form's check shows. The same rules decide as when it is sent, but that one still being
 * written need not answer the gates.
 */
export async function checkOffer(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly offer: Offer; readonly now: Instant; readonly isUnfinished?: boolean },
): Promise<Result<BidContent>> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "bid.submit")) return refuse("not_permitted");
  const request = await findRequest(read, of.requestId);
  if (!request || request.state === "draft" || request.state === "in_review") return refuse("not_found");
  const isAsked = isPublic(request) || (await isInvited(read, { requestId: request.id, organisationId }));
  if (!isAsked) return refuse("not_found");
  if (of.offer.validUntil < request.decideBy) return refuse("validity_too_short", { decideBy: request.decideBy });
  const answered = checkGates(termsOf(request).gates, of.offer.gateAnswers);
  if (!answered.ok && !of.isUnfinished) return answered;
  return priceForRequest(read, request, of.offer, of.now);
}
