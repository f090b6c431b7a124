import "server-only";
import type { Reader } from "@/db/database";
import { type StoredBid, bidsOfRequest, findBid, findVersion } from "@/db/repositories/bidding";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { namesOf } from "@/db/repositories/parties";
import { type StoredRequest, findVisibleRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { RatesOfDay } from "@/domain/award/mid-market-rate";
import { type Payout, payoutOfBid } from "@/domain/award/payout";
import type { BidContent } from "@/domain/bidding/bid";
import { feedbackOf, maySeeRivals } from "@/domain/bidding/live-feedback";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { isOpened } from "@/domain/requests/request";
import { assert } from "@/domain/shared/assert";
import { rankedPrice, splitTotal } from "@/domain/bidding/split-total";
import { type Instant, instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { readOwnVersion } from "../../sealing/open-bids";
import { termsOf } from "@/domain/requests/terms";
import type { Bid, BidPayout, OwnPlace } from "@/views/bids";
import { readRanking } from "../standings";
import { alternativesOf, chargesOf, saidCommercialTerms, totalOf } from "./charges";

export type BidsOfRequest = { readonly count: number; readonly items: readonly Bid[] };

async function contentOf(read: Reader, bid: StoredBid, isOwn: boolean) {
  const version = await findVersion(read, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  const of = { requestId: bid.requestId, organisationId: bid.providerOrganisationId };
  return { receipt: version.receipt, content: isOwn ? await readOwnVersion(read, version, of) : version.content };
}

/** On which request a bid stands, and when it is read, at which rates. */
type At = RatesOfDay & { readonly request: StoredRequest; readonly now: Instant };

/** One side of a payment is fixed by its request: the other is what it comes to. */
const payoutIn = ({ side, amount, ...payout }: Payout): BidPayout => ({
  ...payout,
  payeeReceives: side === "payee_receives" ? amount : null,
  payerPays: side === "payer_pays" ? amount : null,
});

/** What a bid is made of; all null to who may not read it whole. */
const wholeOf = (content: BidContent | null) => ({
  passThrough: content && splitTotal(content).passThrough,
  startDate: content?.startDate ?? null,
  charges: content && chargesOf(content),
  exclusions: content && content.exclusions,
  terms: content && (content.terms as Record<string, unknown>),
  remarks: content && content.remarks,
  quoteNumber: content && (content.quoteNumber ?? ""),
  gateAnswers: content && (content.gateAnswers ?? []),
  alternatives: content && alternativesOf(content),
  packageDiscounts: content && (content.packageDiscounts ?? []),
  ...saidCommercialTerms(content),
  files: content?.files ?? null,
});

type As = {
  readonly isOwn: boolean;
  /** A rival of open bidding is told what stands, not whose it is nor how it is made up. */
  readonly isWhole: boolean;
  readonly names: Awaited<ReturnType<typeof namesOf>>;
  readonly at: At;
};

async function shownBid(read: Reader, bid: StoredBid, { isOwn, isWhole, names, at }: As): Promise<Bid | null> {
  const { receipt, content } = await contentOf(read, bid, isOwn);
  // What was never opened stays sealed, whatever became of its request.
  if (content === null) return null;
  const { id, requestId, state, version, amendment, submittedAt, updatedAt } = bid;
  const payout = isWhole && isOpened(at.request) ? payoutOfBid(at.request, content, at) : null;
  return {
    ...{ id, requestId, state, version, amendment, submittedAt, updatedAt, isOwn },
    isStale: state === "stale",
    provider: isWhole ? (names.get(bid.providerOrganisationId) ?? null) : null,
    receipt: isOwn ? receipt : null,
    currency: content.currency,
    total: totalOf(content),
    ownPrice: rankedPrice(content),
    transitDays: content.transitDays,
    validUntil: instant(content.validUntil),
    isExpired: isExpired({ state, expiresAt: expiresAtOf(at.request.service, content) }, at.now),
    payout: payout?.ok ? payoutIn(payout.value) : null,
    ...wholeOf(isWhole ? content : null),
  };
}

/**
 * The bids of a request. A bidder always reads its own. Before the opening everyone else, the buyer included, is told their
 * number only; after it the buyer reads all that stood. In open bidding its bidders see what stands as it comes, unless the request was
 * published to tell them their own place only.
 */
export async function bidsOf(
  read: Reader,
  viewer: Actor,
  { requestId, now }: { readonly requestId: string; readonly now: Instant },
): Promise<BidsOfRequest | null> {
  const request = await findVisibleRequest(read, viewer, requestId);
  if (!request) return null;
  const all = await bidsOfRequest(read, requestId);
  const isBuyer = may(viewer, "bids.read_of_request", request);
  const isMine = (bid: StoredBid): boolean => may(viewer, "bid.read_own", bid);
  const isRival = maySeeRivals(request) && all.some(isMine);
  const isShown = (bid: StoredBid): boolean =>
    isMine(bid) || (isOpened(request) && bid.state !== "withdrawn" && (isBuyer || isRival));
  const shown = all.filter(isShown);
  const names = await namesOf(
    read,
    shown.map((bid) => bid.providerOrganisationId),
  );
  // What a payment came to stays what it was when it was awarded.
  const day = dayOf(request.awardedAt ?? now);
  const at = { request, now, day, rates: request.service === "payment" ? await ratesUpTo(read, day) : [] };
  const items: Bid[] = [];
  for (const bid of shown) {
    const isOwn = isMine(bid);
    const view = await shownBid(read, bid, { isOwn, isWhole: isOwn || isBuyer, names, at });
    if (view) items.push(view);
  }
  return { count: request.bidCount, items };
}

/** One bid: to its bidder, and from the opening on to the buyer; null to everybody else, who reads no charges of it in the list either. */
export async function bidView(
  read: Reader,
  viewer: Actor,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<Bid | null> {
  const bid = await findBid(read, id);
  if (!bid) return null;
  const found = await bidsOf(read, viewer, { requestId: bid.requestId, now });
  return found?.items.find((one) => one.id === id && one.charges !== null) ?? null;
}

/**
 * The place of the viewer's own bid in open bidding, as the request tells its bidders of each other. Null where bids are sealed and
 * where no bid of the viewer's own stands.
 */
export async function placeOf(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly now: Instant },
): Promise<OwnPlace | null> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return null;
  const found = await readRanking(read, of);
  if (!found || found.request.bidMode === "sealed") return null;
  const { request, standings, ranking } = found;
  if (!standings.some(({ providerOrganisationId }) => providerOrganisationId === organisationId)) return null;
  const told = feedbackOf(ranking, { feedback: termsOf(request).feedback, organisationId });
  return (
    told && {
      feedback: told.kind,
      count: standings.length,
      rank: "rank" in told ? told.rank : null,
      gapBps: "gapBps" in told ? told.gapBps : null,
      light: "light" in told ? told.light : null,
      told,
    }
  );
}
