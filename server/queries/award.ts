import "server-only";
import type { Reader } from "../../db/database";
import { awardsOfDeal, type StoredAward } from "../../db/repositories/award";
import { findDeal } from "../../db/repositories/deals";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import { namesOf } from "../../db/repositories/parties";
import { requestsOfDeal, type StoredRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { compareBids, type Comparison } from "../../domain/award/compare";
import type { CompareProvider, CompareService, ComparePage, OpenedBid } from "../../domain/award/compare-view";
import {
  alternativeCount,
  choiceId,
  contentOfAlternative,
} from "../../domain/bidding/offer/alternatives/choose-alternative";
import type { BidContent } from "../../domain/bidding/bid";
import type { ShownBid } from "../../domain/bidding/bid-view";
import { withoutFreeText } from "../../domain/bidding/text/without-free-text";
import { comparedPackages } from "../../domain/award/packages/compared-packages";
import { markByPayout } from "../../domain/award/payout/mark-payouts";
import type { RatesOfDay } from "../../domain/award/payout/mid-used";
import { payoutOfBid } from "../../domain/award/payout/payout-of-bid";
import { quoteExpiryOf } from "../../domain/award/quote-expiry";
import { kindOf } from "../../domain/services/registry";
import type { RankedBid } from "../../domain/award/score/rank-bids";
import { termsOf } from "../../domain/requests/terms";
import { SERVICES } from "../../domain/services/service";
import type { Instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { type Currency, money } from "../../domain/shared/money";
import { shownBids } from "./bidding";
import { namedHub, namedPlace } from "./names";
import { world } from "./network";
import { plannedRoute } from "./planned-route";
import { rankRequest } from "../scoring/rank-request";

const COMPARED = new Set(["submitted", "won"]);

type Read = {
  readonly request: StoredRequest;
  readonly bids: readonly OpenedBid[] | null;
  readonly ranking: readonly RankedBid[];
};

type At = RatesOfDay & { readonly now: Instant };

type Offering = {
  readonly bid: ShownBid;
  readonly providerId: string;
  readonly request: StoredRequest;
  readonly at: At;
};

/** The main offer of a bid and its alternatives, each as a bid of its own to be compared. */
function offersOf(content: BidContent, { bid, providerId, request, at }: Offering): OpenedBid[] {
  return Array.from({ length: alternativeCount(content) + 1 }, (_, alternative) => {
    const offer = contentOfAlternative(content, alternative);
    return {
      bidId: bid.id,
      alternative,
      choiceId: choiceId(bid.id, alternative),
      title: content.alternatives?.[alternative - 1]?.title ?? null,
      requestId: request.id,
      providerId,
      total: money(BigInt(offer.totalMinor), offer.currency),
      transitDays: offer.transitDays,
      validUntil: bid.validUntil,
      isExpired: bid.isExpired,
      quoteExpiresAt: quoteExpiryOf(request.service, offer),
      payout: payoutOfBid(request, offer, at),
      packages: [],
      content: withoutFreeText(offer),
    };
  });
}

async function readBids(read: Reader, viewer: Actor, request: StoredRequest, at: At): Promise<Read> {
  const shown = await shownBids(read, { request, viewer, isBuyer: true, now: at.now });
  const bids = shown?.flatMap((bid): OpenedBid[] => {
    if (bid.content === null || bid.provider === null) return [];
    // What is out of the running stands below, with the reason.
    if (bid.state === "disqualified") return [];
    // A losing bid is shown beside the winner; before a decision only what can still win.
    if (!COMPARED.has(bid.state) && request.state !== "awarded") return [];
    return offersOf(bid.content, { bid, providerId: bid.provider.id, request, at });
  });
  const decided = request.awardedAt === null ? at : { ...at, day: dayOf(request.awardedAt) };
  const rates = decided === at ? at.rates : await ratesUpTo(read, decided.day);
  return { request, bids: bids ?? null, ranking: bids ? await rankRequest(read, request, { ...decided, rates }) : [] };
}

const awardOf = (award: StoredAward | undefined): CompareService["award"] =>
  award ? { choiceId: choiceId(award.bidId, award.alternative), choice: award.comparison.choice ?? null } : null;

function serviceOf(
  { request, bids, ranking }: Read,
  comparison: Comparison<OpenedBid>,
  awards: readonly StoredAward[],
): CompareService {
  const { id, reference, service, state, bidCount, closesAt, decideBy } = request;
  const cells = comparison.bids.filter((bid) => bid.requestId === id);
  const { criteria, gates } = termsOf(request);
  return {
    ...{ reference, service, state, bidCount, closesAt, decideBy },
    requestId: id,
    isReadable: bids !== null,
    criteria,
    gates,
    ranking,
    spec: kindOf(service).specSchema.parse(request.spec),
    cells: service === "payment" ? markByPayout(cells) : cells,
    award: awardOf(awards.find(({ requestId }) => requestId === id)),
  };
}

/** In the order in which providers first appear, service by service, so that letters are stable while one looks. */
async function providersOf(read: Reader, reads: readonly Read[]): Promise<CompareProvider[]> {
  const ids = [...new Set(reads.flatMap(({ bids }) => (bids ?? []).map((bid) => bid.providerId)))];
  const names = await namesOf(read, ids);
  return ids.map((id, position) => ({
    id,
    nameOwn: names.get(id)?.nameOwn ?? id,
    nameLatin: names.get(id)?.nameLatin ?? id,
    letter: String.fromCharCode(65 + (position % 26)),
  }));
}

/** The bids of the viewer's own deal side by side; null where the deal is not theirs. */
export async function comparePage(
  read: Reader,
  viewer: Actor,
  of: { readonly dealId: string; readonly currency: Currency | null; readonly now: Instant },
): Promise<ComparePage | null> {
  const deal = await findDeal(read, of.dealId);
  if (!deal || !may(viewer, "bids.read_of_request", deal)) return null;
  const requests = await requestsOfDeal(read, deal.id);
  const asked = SERVICES.flatMap((service) =>
    requests.filter((request) => request.service === service && request.state !== "draft"),
  );
  const day = dayOf(of.now);
  const at = { now: of.now, day, rates: await ratesUpTo(read, day) };
  const reads: Read[] = [];
  for (const request of asked) reads.push(await readBids(read, viewer, request, at));
  const currency = of.currency ?? asked[0]?.comparisonCurrency ?? deal.goodsValue.currency;
  const bids = reads.flatMap((one) => one.bids ?? []);
  const comparison = compareBids(
    bids.map((bid) => ({ ...bid, packages: comparedPackages(bid, { currency, ...at }) })),
    { currency, day, rates: at.rates },
  );
  const known = await world(read);
  const awards = await awardsOfDeal(read, deal.id);
  return {
    dealId: deal.id,
    dealReference: deal.reference,
    title: deal.title,
    origin: namedPlace(known, deal.originId),
    destination: namedPlace(known, deal.destinationId),
    hub: namedHub(known, deal.hubId),
    goodsValue: deal.goodsValue,
    readyDate: deal.readyDate,
    currency,
    day,
    rates: comparison.rates,
    providers: await providersOf(read, reads),
    services: reads.map((one) => serviceOf(one, comparison, awards)),
    route: await plannedRoute(read, deal, of.now),
  };
}
