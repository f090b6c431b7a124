import { ownContents, standingContent } from "./bid-context";
import type { Reader } from "@/db/database";
import { findBidOf } from "@/db/repositories/bidding";
import { findDeal } from "@/db/repositories/deals";
import { findRequest, findVisibleRequest, type StoredRequest } from "@/db/repositories/requests";
import {
  checkDays,
  needsRates,
  type OfferRefusal,
  type PriceBasis,
  priceBasisOf,
  priceOffer,
} from "@/domain/bidding/offer/price-offer";
import { shipmentOf } from "@/domain/deals/deal";
import { kindOf, storedSpec } from "@/domain/services/registry";
import { accept, assert, checkAll, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { type BidContent, checkValidity, type Offer } from "@/domain/bidding/bid";
import { dayOf, type Instant } from "@/domain/shared/time";
import { fitsPadding } from "../sealing/envelope";
import { findOrganisation } from "@/db/repositories/organisations";
import { checkLocalParts } from "@/domain/bidding/offer/local-parts";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import { checkGates } from "@/domain/bidding/gate-answers";
import { isPublished } from "@/domain/requests/request-visibility";
import { termsOf } from "@/domain/requests/request";
import { lastOpenedBids, listBidsOf } from "@/db/repositories/bid-lists";
import {
  findOutliers,
  marketMedians,
  mediansOf,
  type OutlierFinding,
  pricesOf,
} from "@/domain/bidding/offer/price-outlier";
import { dutyRatesUpTo } from "@/db/repositories/duty-rates";
import { customs } from "@/domain/services/customs/kind";
import { dutyQuestionOf, type OpinionDoubt, opinionDoubts } from "@/domain/services/customs/duties";
import { countriesOf } from "@/server/hubs/queries/network";

type PricingRefusal = OfferRefusal | Refusal<"bid_too_long">;

type Known = { readonly spec: string; readonly basis: PriceBasis };

// A deal never changes and a spec only with an amendment, so what prices a request's bids is worked out once a spec and not a bid.
const KNOWN_MAX = 500;
const known = new Map<string, Known>();

function remember(requestId: string, entry: Known): PriceBasis {
  const oldest = known.keys().next();
  if (known.size >= KNOWN_MAX && !oldest.done) known.delete(oldest.value);
  known.set(requestId, entry);
  return entry.basis;
}

/** What prices the bids of this request: its quantities and what its percentages are of. */
async function priceBasis(
  db: Reader,
  request: Pick<StoredRequest, "id" | "dealId" | "service" | "spec">,
): Promise<PriceBasis> {
  const spec = JSON.stringify(request.spec);
  const found = known.get(request.id);
  if (found?.spec === spec) return found.basis;
  const deal = await findDeal(db, request.dealId);
  assert(deal, `request ${request.id} has its deal`);
  const shipment = shipmentOf(deal, await countriesOf(db, deal));
  return remember(request.id, { spec, basis: priceBasisOf(kindOf(request.service), request.spec, shipment) });
}

/**
 * Prices an offer by its request at the day's rates: the same for the check on the screen and for what is kept. Refuses what the
 * domain refuses, and an offer whose text does not fit the one size that sealed bids have.
 */
export async function priceForRequest(
  db: Reader,
  request: StoredRequest,
  offer: Offer,
  now: Instant,
): Promise<Result<BidContent, PricingRefusal>> {
  const basis = await priceBasis(db, request);
  const rates = needsRates(offer) ? await ratesUpTo(db, dayOf(now)) : [];
  const priced = priceOffer(offer, basis, { rates, now });
  if (!priced.ok) return priced;
  const { content } = priced.value;
  return fitsPadding(JSON.stringify(content)) ? accept(content) : refuse("bid_too_long", { field: "remarks" });
}

type Offered = { readonly bidderId: string; readonly offer: Offer; readonly now: Instant };

/** Whether an offer says who does what only somebody of a country may do; the bidder's own country is read only where there is such a part. */
async function checkOfferedParts(
  db: Reader,
  request: StoredRequest,
  { bidderId, offer }: Omit<Offered, "now">,
): Promise<Result<void, Refusal<"declarant_not_named">>> {
  const { localParts: parts } = await priceBasis(db, request);
  if (parts.length === 0) return accept(undefined);
  const bidder = await findOrganisation(db, bidderId);
  assert(bidder, `organisation ${bidderId} is there`);
  return checkLocalParts(offer.subcontractors ?? [], { parts, bidderCountry: bidder.country });
}

/** Prices an offer that is finished: it says who does each part that is bound to a country. All that is refused is said at once. */
export async function priceFinished(
  db: Reader,
  request: StoredRequest,
  { bidderId, offer, now }: Offered,
): Promise<Result<BidContent, PricingRefusal | Refusal<"declarant_not_named">>> {
  const priced = await priceForRequest(db, request, offer, now);
  const parts = await checkOfferedParts(db, request, { bidderId, offer });
  const all = checkAll<PricingRefusal | Refusal<"declarant_not_named">>([priced, parts]);
  return all.ok ? priced : all;
}

/** Holds an offer to all that its request asks: how long it is held, the answers to the gates, that its days hold by its terms, and what `priceFinished` refuses. */
export async function priceByRequest(
  db: Reader,
  request: StoredRequest,
  offered: Offered,
): Promise<Result<BidContent>> {
  const priced = await priceFinished(db, request, offered);
  const all = checkAll<Refusal>([
    checkValidity(request, offered.offer.validUntil),
    checkGates(termsOf(request).gates, offered.offer.gateAnswers),
    checkDays(kindOf(request.service), offered.offer),
    priced,
  ]);
  return all.ok ? priced : all;
}

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
  return of.isUnfinished
    ? priceForRequest(read, request, of.offer, of.now)
    : priceByRequest(read, request, { bidderId: organisationId, ...of });
}

/** So many of the bidder's own last bids are looked at, this request's not among them. */
const OWN_BIDS_MAX = 20;

async function ownBidsOf(read: Reader, organisationId: string, requestId: string): Promise<BidContent[]> {
  const last = await listBidsOf(read, { organisationId, state: null, after: null, limit: OWN_BIDS_MAX + 1 });
  const others = last.filter((one) => one.requestId !== requestId).slice(0, OWN_BIDS_MAX);
  const contentOf = await ownContents(read, organisationId, others);
  return others.map(({ id }) => contentOf(id));
}

/**
 * What in a priced offer may be a slip of a digit, beside the bidder's own bids, opened with its own key, and beside the market's opened
 * bids only where it has none. For the bidder alone, kept nowhere.
 */
export async function outliersOf(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly content: BidContent },
): Promise<OutlierFinding[]> {
  const { organisationId } = viewer;
  const request = await findRequest(read, of.requestId);
  if (!request || organisationId === null) return [];
  if (!may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return [];
  const standing = await findBidOf(read, { requestId: request.id, organisationId });
  const ownVersion = standing ? await standingContent(read, standing) : null;
  const ownBids = mediansOf(await ownBidsOf(read, organisationId, request.id));
  const known = new Set([...ownBids.keys(), ...(ownVersion ? pricesOf(ownVersion).map(({ key }) => key) : [])]);
  const isMarketAsked = pricesOf(of.content).some(({ key }) => !known.has(key));
  const opened = isMarketAsked
    ? await lastOpenedBids(read, { service: request.service, currency: of.content.currency, organisationId })
    : [];
  return findOutliers(of.content, { ownVersion, ownBids, market: marketMedians(opened) });
}

/**
 * What in a bid's opinions on the goods is far from the request or from the market's tariff of today; without an import side codes alone are
 * compared. For who has checked its own offer, so that it may read the request.
 */
export async function opinionDoubtsOf(
  read: Reader,
  of: { readonly requestId: string; readonly content: Pick<BidContent, "terms">; readonly now: Instant },
): Promise<OpinionDoubt[]> {
  const request = await findRequest(read, of.requestId);
  const opinions =
    request?.service === "customs" ? customs.termsSchema.safeParse(of.content.terms).data?.hsOpinions : undefined;
  const deal = request && opinions ? await findDeal(read, request.dealId) : null;
  if (!request || !opinions || !deal) return [];
  const shipment = shipmentOf(deal, await countriesOf(read, deal));
  const spec = storedSpec(customs, request.spec);
  const question = spec === null ? null : dutyQuestionOf(spec, shipment);
  const day = dayOf(of.now);
  return opinionDoubts(opinions, {
    lines: question?.lines ?? shipment.cargo.map(({ hsCode }) => ({ hsCode, originCountry: null })),
    country: question?.country ?? shipment.destinationCountry,
    rates: question ? await dutyRatesUpTo(read, question.country, day) : [],
    day,
  });
}
