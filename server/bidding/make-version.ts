import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import { together, type Writer } from "../../db/database";
import { type NewVersion, SEALED, type Shown } from "../../db/repositories/bidding";
import type { StoredRequest } from "../../db/repositories/requests";
import type { BidContent, Offer } from "../../domain/bidding/bid";
import { type Instant, instant } from "../../domain/shared/time";
import { accept, refuse } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { filesWithBid } from "./bid-files";
import { priceByRequest } from "./pricing";
import { fitsPadding } from "../sealing/envelope";
import { ownKey } from "../sealing/keys";
import { readRequestLock } from "../sealing/request-key";
import { receiptOfOpenBid, sealBid } from "../sealing/seal-bid";

/** What a bidder is answered: the receipt proves what was handed in and tells nothing of what it says. */
export type StoredVersion = { readonly id: string; readonly version: number; readonly receipt: string };

/** Its receipt as a program is answered it. */
export const receiptShape = z
  .strictObject({
    id: idText,
    version: z.int(),
    receipt: z.string().meta({ description: "Proof of what was handed in; it tells no amount" }),
  })
  .meta({ id: "BidReceipt" });

/** What pricing an offer again may refuse, where its request has changed. */
export const REPRICING: readonly RefusalCode[] = [
  "own_work_at_cost",
  "request_not_open",
  "validity_too_short",
  "basis_not_possible",
  "nothing_priced",
  "amount_too_large",
  "rate_missing",
  "rate_stale",
  "terms_invalid",
  "days_below_way",
  "quote_expires_in_past",
  "mid_not_of_pair",
  "cips_not_in_yuan",
  "fallback_not_in_yuan",
  "slot_system_not_at_hub",
  "liability_not_of_way",
  "equipment_not_of_mode",
  "plates_not_of_mode",
  "bid_too_long",
  "starts_in_past",
  "declarant_not_named",
];

/** What pricing an offer may refuse. */
export const PRICING: readonly RefusalCode[] = [
  ...REPRICING,
  "charge_not_of_service",
  "currency_mixed",
  "gate_unanswered",
  "gate_not_met",
  "gate_unknown",
  "not_checked",
  "organisation_restricted",
  "too_many_lines",
  "package_of_own_service",
];

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

/** What a version is sealed with; null where bids are open. */
async function sealingKeys(tx: Writer, { request, bid, now }: Wanted) {
  if (request.bidMode !== "sealed") return null;
  const [lock, bidder] = await together([readRequestLock(tx, request.id), ownKey(tx, bid.providerOrganisationId, now)]);
  return { request: lock, bidder };
}

/**
 * Prices the offer and makes the version that is kept: sealed, or in clear where bids are open. It names the files that lie beside
 * it by id and hash, so that its receipt covers them.
 */
export async function makeVersion(tx: Writer, wanted: Wanted) {
  const { request, bid, version, offer, userId, now } = wanted;
  const { providerOrganisationId: organisationId } = bid;
  const [priced, files, keys] = await together([
    priceByRequest(tx, request, { bidderId: organisationId, offer, now }),
    filesWithBid(tx, { requestId: request.id, organisationId }),
    sealingKeys(tx, wanted),
  ]);
  if (!priced.ok) return priced;
  const content = { ...priced.value, files };
  if (!fitsPadding(JSON.stringify(content))) return refuse("bid_too_long", { field: "remarks" });
  const context = { requestId: request.id, bidId: bid.id, version };
  const common = { bidId: bid.id, version, submittedByUserId: userId, submittedAt: now };
  if (keys) {
    const row: NewVersion = { ...common, ...sealBid(content, context, keys) };
    return accept<Made>({ row, shown: SEALED, open: null });
  }
  const receipt = receiptOfOpenBid(content, context);
  const shown: Shown = {
    totalMinor: BigInt(content.totalMinor),
    currency: content.currency,
    validUntil: instant(content.validUntil),
  };
  return accept<Made>({ row: { ...common, receipt, content }, shown, open: content });
}
