import type { Reader } from "@/db/database";
import { findBid } from "@/db/repositories/bidding";
import { findRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { offerOf } from "@/domain/bidding/offer/offer-of";
import { confirm } from "@/domain/bidding/bid";
import { type Instant, instant } from "@/domain/shared/instant";
import { type Money, money } from "@/domain/shared/money";
import { accept, type Result } from "@/domain/shared/result";
import { checkOfferedParts } from "../../bidding/pricing/check-offered-parts";
import { priceForRequest } from "../../bidding/pricing/price-for-request";
import { standingContent } from "../../bidding/standing-content";

export type Confirmation = {
  readonly before: Money;
  /** What the same offer comes to for the request as amended, or why it cannot be confirmed as it is. */
  readonly after: Result<Money>;
};

/** What the bidder would confirm now, to itself alone; the same rules decide as when it does. Null where there is nothing to confirm. */
export async function previewConfirmation(
  read: Reader,
  viewer: Actor,
  { bidId, now }: { readonly bidId: string; readonly now: Instant },
): Promise<Confirmation | null> {
  const bid = await findBid(read, bidId);
  if (bid?.state !== "stale" || !may(viewer, "bid.read_own", bid)) return null;
  const request = await findRequest(read, bid.requestId);
  if (!request) return null;
  const content = await standingContent(read, bid);
  const before = money(BigInt(content.totalMinor), content.currency);
  const allowed = confirm(request, { state: bid.state, validUntil: instant(content.validUntil), seen: undefined }, now);
  if (!allowed.ok) return { before, after: allowed };
  const offer = offerOf(content);
  const priced = await priceForRequest(read, request, offer, now);
  if (!priced.ok) return { before, after: priced };
  const local = await checkOfferedParts(read, request, { bidderId: bid.providerOrganisationId, offer });
  if (!local.ok) return { before, after: local };
  return { before, after: accept(money(BigInt(priced.value.totalMinor), priced.value.currency)) };
}
