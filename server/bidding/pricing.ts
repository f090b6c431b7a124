import type { Reader } from "@/db/database";
import { countriesOf } from "@/db/repositories/bidding";
import { findDeal } from "@/db/repositories/deals";
import { type StoredRequest, findVisibleRequest } from "@/db/repositories/requests";
import {
  type OfferRefusal,
  type PriceBasis,
  needsRates,
  priceBasisOf,
  priceOffer,
} from "@/domain/bidding/offer/price-offer";
import { shipmentOf } from "@/domain/deals/deal";
import { kindOf } from "@/domain/services/registry";
import { assert } from "@/domain/shared/assert";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { type BidContent, checkValidity, type Offer } from "@/domain/bidding/bid";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { type Refusal, type Result, accept, checkAll, refuse } from "@/domain/shared/result";
import { fitsPadding } from "../sealing/envelope";
import { findOrganisation } from "@/db/repositories/organisations";
import { checkLocalParts } from "@/domain/bidding/offer/local-parts";
import type { Actor } from "@/domain/access/actor";
import { mayEver } from "@/domain/access/policy";
import { checkGates } from "@/domain/bidding/gate-answers";
import { isPublished } from "@/domain/requests/request-visibility";
import { termsOf } from "@/domain/requests/terms";

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
  const all = checkAll<PricingRefusal | Refusal<"declarant_not_named">>([
    priced,
    await checkOfferedParts(db, request, { bidderId, offer }),
  ]);
  return all.ok ? priced : all;
}

/** Holds an offer to all that its request asks: how long it is held, the answers to the gates, and what `priceFinished` refuses. */
export async function priceByRequest(
  db: Reader,
  request: StoredRequest,
  offered: Offered,
): Promise<Result<BidContent>> {
  const priced = await priceFinished(db, request, offered);
  const all = checkAll<Refusal>([
    checkValidity(request, offered.offer.validUntil),
    checkGates(termsOf(request).gates, offered.offer.gateAnswers),
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
