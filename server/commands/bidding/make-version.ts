import type { Writer } from "../../../db/database";
import { type NewVersion, SEALED, type Shown } from "../../../db/repositories/bidding";
import type { StoredRequest } from "../../../db/repositories/requests";
import type { BidContent, Offer } from "../../../domain/bidding/bid";
import { checkGates } from "../../../domain/bidding/text/gates/gate-answers";
import { termsOf } from "../../../domain/requests/terms";
import { type Instant, instant } from "../../../domain/shared/instant";
import { accept, refuse } from "../../../domain/shared/result";
import { filesBesideBid } from "../../files/bid-files";
import { checkOfferedParts } from "../../pricing/check-offered-parts";
import { priceForRequest } from "../../pricing/price-for-request";
import { fitsPadding } from "../../sealing/envelope";
import { ownKey } from "../../sealing/own-key";
import { readRequestLock } from "../../sealing/request-key/read-request-key";
import { receiptOfOpenBid, sealBid } from "../../sealing/seal-bid";

/** What a bidder is answered: the receipt proves what was handed in and tells nothing of what it says. */
export type StoredVersion = { readonly bidId: string; readonly version: number; readonly receipt: string };

/** A version as it is kept, what its bid's row shows of it, and what it says where bids are open. */
type Made = { readonly row: NewVersion; readonly shown: Shown; readonly open: BidContent | null };

type Wanted = {
  readonly request: StoredRequest;
  readonly bid: { readonly id: string; readonly providerOrganisationId: string };
  readonly version: number;
  readonly offer: Offer;
  readonly userId: string | null;
  readonly now: Instant;
};

async function seal(tx: Writer, { request, bid, version, now }: Wanted, content: BidContent) {
  const keys = {
    request: await readRequestLock(tx, request.id),
    bidder: await ownKey(tx, bid.providerOrganisationId, now),
  };
  return sealBid(content, { requestId: request.id, bidId: bid.id, version }, keys);
}

/**
 * Prices the offer and makes the version that is kept: sealed, or in clear where bids are open. It names the files that lie beside
 * it by id and hash, so that its receipt covers them.
 */
export async function makeVersion(tx: Writer, wanted: Wanted) {
  const { request, bid, version, offer, userId, now } = wanted;
  const answered = checkGates(termsOf(request).gates, offer.gateAnswers);
  if (!answered.ok) return answered;
  const priced = await priceForRequest(tx, request, offer, now);
  if (!priced.ok) return priced;
  const local = await checkOfferedParts(tx, request, { bidderId: bid.providerOrganisationId, offer });
  if (!local.ok) return local;
  const files = await filesBesideBid(tx, { requestId: request.id, organisationId: bid.providerOrganisationId });
  const content = { ...priced.value, files };
  if (!fitsPadding(JSON.stringify(content))) return refuse("bid_too_long");
  const common = { bidId: bid.id, version, submittedByUserId: userId, submittedAt: now };
  if (request.bidMode === "sealed") {
    const row: NewVersion = { ...common, ...(await seal(tx, wanted, content)) };
    return accept<Made>({ row, shown: SEALED, open: null });
  }
  const receipt = receiptOfOpenBid(content, { requestId: request.id, bidId: bid.id, version });
  const shown: Shown = {
    totalMinor: BigInt(content.totalMinor),
    currency: content.currency,
    validUntil: instant(content.validUntil),
  };
  return accept<Made>({ row: { ...common, receipt, content }, shown, open: content });
}
