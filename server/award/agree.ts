import { findBid, insertVersion, saveRevision, type StoredBid } from "../../db/repositories/bidding";
import type { StoredCounterOffer } from "../../db/repositories/counter-offers";
import { disqualificationsOf } from "../../db/repositories/disqualifications";
import { findDeal } from "../../db/repositories/deals";
import { award } from "../../domain/award/award";
import { quoteExpiryOf } from "../../domain/award/quote-expiry";
import { priceAfter } from "../../domain/award/packages/apply-packages";
import { splitTotal } from "../../domain/bidding/split-total";
import { assert } from "../../domain/shared/assert";
import { instant } from "../../domain/shared/instant";
import type { Result } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { receiptOfOpenBid } from "../sealing/seal-bid";
import { type AwardAnswer, awardChosen } from "./award-chosen";
import type { NegotiationTable } from "../bidding/negotiation/load-table";

/** What was agreed becomes the bid's next version, with a receipt of its own; the earlier ones stay. */
async function keepAgreed(
  context: CommandContext,
  table: NegotiationTable,
  offer: StoredCounterOffer,
): Promise<StoredBid> {
  const { tx, actor, now } = context;
  const { request, bid } = table;
  const { content } = offer;
  const version = bid.version + 1;
  const receipt = receiptOfOpenBid(content, { requestId: request.id, bidId: bid.id, version });
  const made = { bidId: bid.id, version, submittedByUserId: actor.userId, submittedAt: now };
  await insertVersion(tx, { ...made, receipt, content });
  await saveRevision(tx, bid.id, {
    ...{ state: bid.state, version, amendment: bid.amendment, now },
    totalMinor: BigInt(content.totalMinor),
    currency: content.currency,
    validUntil: instant(content.validUntil),
  });
  const agreed = await findBid(tx, bid.id);
  assert(agreed, `bid ${bid.id} is there`);
  return agreed;
}

/**
 * One acceptance binds both: the offer becomes the bid's last version and the request is awarded to it, in one transaction. The award
 * is the buyer's decision, whoever says the last yes: its offer bound it while it stood. Refuses what an award refuses.
 */
export async function agree(
  context: CommandContext,
  table: NegotiationTable,
  offer: StoredCounterOffer,
): Promise<Result<AwardAnswer>> {
  const { tx, actor, now } = context;
  const { request } = table;
  const bid = await keepAgreed(context, table, offer);
  const quoteExpiresAt = quoteExpiryOf(request.service, offer.content);
  const disqualifications = await disqualificationsOf(tx, request.id);
  const next = award(request, { ...bid, quoteExpiresAt, disqualifications }, now);
  if (!next.ok) return next;
  const deal = await findDeal(tx, request.dealId);
  assert(deal && actor.userId, "a request has its deal, and an acceptance its person");
  // A package is a matter of several requests, which are not negotiated together.
  const { content } = offer;
  const agreed = { price: priceAfter(content, null), passThrough: splitTotal(content).passThrough };
  const chosen = [{ request, bid, alternative: 0, discount: null, ...agreed }];
  const decidedByUserId = offer.by === "buyer" ? offer.byUserId : actor.userId;
  return awardChosen(context, { deal, chosen, reasons: [], isAgreed: true, decidedByUserId });
}
