import "server-only";
import type { Reader } from "@/db/database";
import {
  type BidWithContent,
  bidsWithContent,
  findBid,
  findVersion,
  type StoredBid,
  versionsOf,
} from "@/db/repositories/bidding";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { namesOf } from "@/db/repositories/parties";
import { findRequest, findVisibleRequest, type StoredRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import { type Payout, payoutOfBid, type RatesOfDay } from "@/domain/award/payout";
import { type BidContent, rankedPrice, splitTotal } from "@/domain/bidding/bid";
import { feedbackOf, maySeeRivals } from "@/domain/bidding/live-feedback";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { isOpened, termsOf } from "@/domain/requests/request";
import { assert } from "@/domain/shared/result";
import { dayOf, type Instant, instant, MARKET_ZONE } from "@/domain/shared/time";
import { readOwnVersion } from "../../sealing/seal-bid";
import type { Bid, BidPayout, CounterOffer, Negotiation, OwnPlace } from "@/views/bids";
import { readRanking } from "../place-bid";
import { alternativesOf, chargesOf, saidCommercialTerms, totalOf } from "./charges";
import "server-only";
import { counterOffersOn, type StoredCounterOffer } from "@/db/repositories/decisions";
import { findDeal } from "@/db/repositories/deals";
import { orderOfRequest } from "@/db/repositories/orders";
import { answerCounter, isPending, type NegotiationSide, nextRound } from "@/domain/bidding/counter-offer";
import { referenceData } from "../../hubs/queries/network";

export type BidsOfRequest = { readonly count: number; readonly items: readonly Bid[] };

/** The content that the reader may read; the receipt is its bidder's alone, who reads its own bid sealed as well. */
async function contentOf(read: Reader, bid: BidWithContent, isOwn: boolean) {
  if (!isOwn) return { receipt: null, content: bid.content };
  const version = await findVersion(read, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  const of = { requestId: bid.requestId, organisationId: bid.providerOrganisationId };
  return { receipt: version.receipt, content: await readOwnVersion(read, version, of) };
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

async function shownBid(read: Reader, bid: BidWithContent, { isOwn, isWhole, names, at }: As): Promise<Bid | null> {
  const { receipt, content } = await contentOf(read, bid, isOwn);
  // What was never opened stays sealed, whatever became of its request.
  if (content === null) return null;
  const { id, requestId, state, version, amendment, submittedAt, updatedAt } = bid;
  const payout = isWhole && isOpened(at.request) ? payoutOfBid(at.request, content, at) : null;
  return {
    ...{ id, requestId, state, version, amendment, submittedAt, updatedAt, isOwn },
    isStale: state === "stale",
    provider: isWhole ? (names.get(bid.providerOrganisationId) ?? null) : null,
    receipt,
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
  const all = await bidsWithContent(read, requestId);
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

type Table = {
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly history: readonly StoredCounterOffer[];
  readonly side: NegotiationSide;
};

const shown = (offer: StoredCounterOffer, now: Instant): CounterOffer => {
  const { id, round, by, madeAt, expiresAt, note, content } = offer;
  const state = offer.state === "open" && !isPending(offer, now) ? "lapsed" : offer.state;
  const { currency, transitDays } = content;
  const said = { currency, transitDays, total: totalOf(content), charges: chargesOf(content) };
  return { id, round, by, state, madeAt, expiresAt, note, ...said, content };
};

/** What the reader may do now, by the same rules and the same policy as the commands. */
function stepsOf(actor: Actor, { request, bid, history, side }: Table, now: Instant): Negotiation["steps"] {
  const mayAct = side === "buyer" ? may(actor, "request.award", request) : may(actor, "bid.change", bid);
  if (!mayAct) return [];
  const pending = history.find((offer) => offer.state === "open");
  const isAnswerable = pending && answerCounter(request, pending, { side, as: "accept" }, now).ok;
  const steps: Negotiation["steps"][number][] = isAnswerable ? ["accept", "decline"] : [];
  if (side === "provider" && isAnswerable) steps.push("answer");
  if (side === "buyer" && nextRound(request, bid, history, now).ok) steps.push("counter");
  return steps;
}

async function openedContent(read: Reader, { bid, history }: Table): Promise<BidContent> {
  const isAgreed = history.some(({ state }) => state === "accepted");
  const row = (await versionsOf(read, bid.id)).find(({ version }) => version === bid.version - (isAgreed ? 1 : 0));
  assert(row?.content, `the opened bid ${bid.id} has its content`);
  return row.content;
}

async function loadTable(read: Reader, viewer: Actor, bidId: string): Promise<Table | null> {
  const bid = await findBid(read, bidId);
  const request = bid && (await findRequest(read, bid.requestId));
  // Before the opening there is nothing to negotiate about, and a bid that was never opened stays sealed.
  if (!request || !isOpened(request) || bid.totalMinor === null) return null;
  const isBuyer = may(viewer, "bids.read_of_request", request);
  if (!isBuyer && !may(viewer, "bid.read_own", bid)) return null;
  return { request, bid, history: await counterOffersOn(read, bidId), side: isBuyer ? "buyer" : "provider" };
}

/** What was offered on a bid, the oldest first; null to everybody but its two sides. */
export async function counterOffersOf(
  read: Reader,
  viewer: Actor,
  of: { readonly bidId: string; readonly now: Instant },
): Promise<readonly CounterOffer[] | null> {
  const table = await loadTable(read, viewer, of.bidId);
  return table && table.history.map((offer) => shown(offer, of.now));
}

/** A bid's negotiation; null to everybody but its two sides, and where no round was published. */
export async function negotiationPage(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly bidId: string; readonly now: Instant },
): Promise<Negotiation | null> {
  const table = await loadTable(read, viewer, of.bidId);
  if (!table || table.request.id !== of.requestId) return null;
  const { request, bid, history, side } = table;
  const most = termsOf(request).negotiationRounds;
  if (most === 0) return null;
  const deal = await findDeal(read, request.dealId);
  assert(deal, "a request has its deal");
  const otherId = side === "buyer" ? bid.providerOrganisationId : request.buyerOrganisationId;
  const other = (await namesOf(read, [otherId])).get(otherId);
  assert(other, `organisation ${otherId} has its name`);
  const known = await referenceData(read);
  const offers = history.map((offer) => shown(offer, of.now));
  const order = bid.state === "won" ? await orderOfRequest(read, request.id) : undefined;
  return {
    bidId: bid.id,
    requestId: request.id,
    reference: request.reference,
    service: request.service,
    title: deal.title,
    side,
    other: { id: otherId, nameOwn: other.nameOwn, nameLatin: other.nameLatin },
    hubZone: known.places.get(known.hubs.get(deal.hubId)?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE,
    decideBy: request.decideBy,
    rounds: { used: Math.max(0, ...history.map(({ round }) => round)), most },
    opened: await openedContent(read, table),
    offers,
    pending: offers.find(({ state }) => state === "open") ?? null,
    steps: stepsOf(viewer, table, of.now),
    orderId: order?.id ?? null,
  };
}
