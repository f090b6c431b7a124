import "server-only";
import { mayLower } from "@/domain/tariff/excluded-charges";
import type { Reader } from "@/db/database";
import { awardsOfDeal, type StoredAward } from "@/db/repositories/award";
import { hasOriginPaper } from "@/db/repositories/documents";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { namesOf } from "@/db/repositories/parties";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import { compareBids, type Comparison } from "@/domain/award/compare";
import type { CompareProvider, CompareService, ComparePage, NextOfDeal, OpenedBid } from "@/views/comparison";
import { deviationOfEither, type DutyDeviation } from "@/domain/award/duty-deviation";
import { alternativeCount, choiceId, contentOfAlternative, withoutFreeText } from "@/domain/bidding/bid-content";
import { type BidContent, rankedPrice } from "@/domain/bidding/bid";
import type { ShownBid } from "@/views/bids";
import { comparedPackages } from "@/domain/award/package-discounts";
import { markByPayout, payoutOfBid, type RatesOfDay } from "@/domain/award/payout";
import { quoteExpiryOf } from "@/domain/award/quote-expiry";
import { nextRequest } from "@/domain/deals/deal-turn";
import { shipmentOf } from "@/domain/deals/deal";
import { leaveDayOf } from "@/domain/requests/leave-day";
import { isOpened, termsOf } from "@/domain/requests/request";
import { convert } from "@/domain/shared/exchange-rate";
import { kindOf, storedSpec } from "@/domain/services/registry";
import type { RankedBid } from "@/domain/award/scoring";
import { SERVICES } from "@/domain/shared/vocabulary";
import { dayOf, type Instant } from "@/domain/shared/time";
import { type Currency, type Money, money } from "@/domain/shared/money";
import { requestTurns } from "../../orders/queries/request-turns";
import { lettersInDeal, shownBids } from "../../requests/queries/request-page";
import { dutyEstimateOf } from "../../tariff/duty-queries";
import { namedHub, namedPlace, referenceData } from "../../hubs/queries/network";
import { plannedRoute } from "../../hubs/queries/routes";
import { rankRequest } from "../rank-request";

const COMPARED = new Set(["submitted", "won"]);

type Read = {
  readonly request: StoredRequest;
  /** By which rates its bids are compared: those of today, and of the day of the award once there is one. */
  readonly rated: RatesOfDay;
  readonly duty: CompareService["duty"];
  readonly bids: readonly OpenedBid[] | null;
  readonly ranking: readonly RankedBid[];
};

type At = RatesOfDay & { readonly now: Instant };

type Offering = {
  readonly bid: ShownBid;
  readonly providerId: string;
  readonly request: StoredRequest;
  readonly at: At;
  /** How far an offer's estimate of duty and tax is from the market's. */
  readonly deviationOf: (offer: BidContent) => DutyDeviation | null;
};

type Asked = {
  readonly request: StoredRequest;
  readonly deal: StoredDeal;
  readonly letters: ReadonlyMap<string, string>;
  readonly currency: Currency;
};

/** What the market reckons of duty and tax for a request, by the rates of the comparison, and of the day of the award once there is one. */
async function marketDuty(
  read: Reader,
  { request, deal, currency }: Omit<Asked, "letters">,
  { now, rates, day }: At,
): Promise<CompareService["duty"]> {
  const { places } = await referenceData(read);
  const countryOf = (id: string): string => places.get(id)?.country ?? "";
  const shipment = shipmentOf(deal, { origin: countryOf(deal.originId), destination: countryOf(deal.destinationId) });
  const spec = storedSpec(kindOf(request.service), request.spec);
  if (spec === null) return null;
  const of = { service: request.service, spec, shipment, now, hasFormE: await hasOriginPaper(read, deal.id, now) };
  const found = await dutyEstimateOf(read, of);
  if (!found) return null;
  const inCurrency = (total: Money | null) => {
    const converted = total && convert(total, currency, rates, day);
    return converted?.ok ? converted.value.amount : null;
  };
  const total = found.estimate?.total ?? null;
  const { withFormE } = found;
  return {
    country: found.country,
    day: found.day,
    total,
    amount: inCurrency(total),
    // With both sums told, the preference leaves nothing open; one whose rate is not kept does, as a bid may reckon with it.
    isComplete: withFormE?.isComplete ?? (found.estimate?.isComplete === true && !mayLower(found.estimate.leftOut)),
    hasFormE: found.hasFormE,
    withFormE: withFormE && { total: withFormE.total, amount: inCurrency(withFormE.total) },
  };
}

/** The main offer of a bid and its alternatives, each as a bid of its own to be compared. */
function offersOf(content: BidContent, { bid, providerId, request, at, deviationOf }: Offering): OpenedBid[] {
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
      ownPrice: rankedPrice(offer),
      transitDays: offer.transitDays,
      validUntil: bid.validUntil,
      isExpired: bid.isExpired,
      quoteExpiresAt: quoteExpiryOf(request.service, offer),
      payout: payoutOfBid(request, offer, at),
      packages: [],
      content: withoutFreeText(offer),
      dutyDeviation: deviationOf(offer),
    };
  });
}

/** The day of the award with its rates, once there is one: a comparison that is closed does not move with the market. */
async function atDecision(read: Reader, { awardedAt }: StoredRequest, at: At): Promise<At> {
  if (awardedAt === null) return at;
  const day = dayOf(awardedAt);
  return { now: awardedAt, day, rates: await ratesUpTo(read, day) };
}

async function readBids(read: Reader, viewer: Actor, asked: Asked, at: At): Promise<Read> {
  const { request, letters } = asked;
  const then = await atDecision(read, request, at);
  const duty = isOpened(request) ? await marketDuty(read, asked, then) : null;
  const deviationOf: Offering["deviationOf"] = (offer) => duty && deviationOfEither(offer, duty, then);
  const shown = await shownBids(read, { request, viewer, isBuyer: true, letters, now: at.now });
  const bids = shown?.flatMap((bid): OpenedBid[] => {
    if (bid.content === null || bid.provider === null) return [];
    // What is out of the running stands below, with the reason.
    if (bid.state === "disqualified") return [];
    // A losing bid is shown beside the winner; before a decision only what can still win.
    if (!COMPARED.has(bid.state) && request.state !== "awarded") return [];
    return offersOf(bid.content, { bid, providerId: bid.provider.id, request, at: then, deviationOf });
  });
  // Whose time was over is told by the clock of today, as it is beside the bids.
  const scored = { ...then, now: at.now };
  const ranking = bids ? await rankRequest(read, request, scored) : [];
  return { request, rated: then, duty, bids: bids ?? null, ranking };
}

const awardOf = (award: StoredAward | undefined): CompareService["award"] =>
  award ? { choiceId: choiceId(award.bidId, award.alternative), choice: award.comparison.choice ?? null } : null;

/** The bids of one request side by side at the rates of its own day. */
const comparedOf = ({ bids, rated }: Read, currency: Currency): Comparison<OpenedBid> =>
  compareBids(
    (bids ?? []).map((bid) => ({ ...bid, packages: comparedPackages(bid, { currency, ...rated }) })),
    { currency, day: rated.day, rates: rated.rates },
  );

/** Every rate that was used on the page, each once. */
const ratesOf = (comparisons: readonly Comparison[]): Comparison["rates"] => [
  ...new Map(
    comparisons.flatMap(({ rates }) => rates).map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate]),
  ).values(),
];

function serviceOf(
  { request, duty, bids, ranking }: Read,
  cells: Comparison<OpenedBid>["bids"],
  awards: readonly StoredAward[],
): CompareService {
  const { id, reference, service, state, bidCount, closesAt, decideBy } = request;
  const { criteria, gates } = termsOf(request);
  return {
    ...{ reference, service, state, bidCount, closesAt, decideBy },
    requestId: id,
    isReadable: bids !== null,
    criteria,
    gates,
    ranking,
    spec: storedSpec(kindOf(service), request.spec),
    cells: service === "payment" ? markByPayout(cells) : cells,
    duty,
    award: awardOf(awards.find(({ requestId }) => requestId === id)),
  };
}

/** In the order in which providers first appear, service by service, each under the letter that it has on every page of its buyer. */
async function providersOf(
  read: Reader,
  reads: readonly Read[],
  letters: ReadonlyMap<string, string>,
): Promise<CompareProvider[]> {
  const ids = [...new Set(reads.flatMap(({ bids }) => (bids ?? []).map((bid) => bid.providerId)))];
  const names = await namesOf(read, ids);
  return ids.map((id) => ({
    id,
    nameOwn: names.get(id)?.nameOwn ?? id,
    nameLatin: names.get(id)?.nameLatin ?? id,
    letter: letters.get(id) ?? "",
  }));
}

/** Whose turn each request of the deal is, by the same rule as in lists and on the deal's own page. */
async function turnsOf(
  read: Reader,
  viewer: Actor,
  { requests, now }: { readonly requests: readonly StoredRequest[]; readonly now: Instant },
): Promise<NextOfDeal[]> {
  const asked = requests.map((request) => ({ ...request, side: "buyer" as const }));
  const told = await requestTurns(read, viewer, { requests: asked, now });
  return requests.map(({ id, service }) => ({ service, turn: told(id).turn }));
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
  const currency = of.currency ?? asked[0]?.comparisonCurrency ?? deal.goodsValue.currency;
  const letters = await lettersInDeal(read, requests);
  const reads: Read[] = [];
  for (const request of asked) reads.push(await readBids(read, viewer, { request, deal, letters, currency }, at));
  const comparisons = reads.map((one) => comparedOf(one, currency));
  const known = await referenceData(read);
  const awards = await awardsOfDeal(read, deal.id);
  const turns = await turnsOf(read, viewer, { requests, now: of.now });
  const leaveDay = leaveDayOf(deal.readyDate, requests);
  return {
    dealId: deal.id,
    dealReference: deal.reference,
    title: deal.title,
    origin: namedPlace(known, deal.originId),
    destination: namedPlace(known, deal.destinationId),
    hub: namedHub(known, deal.hubId),
    goodsValue: deal.goodsValue,
    leaveDay,
    currency,
    rates: ratesOf(comparisons),
    providers: await providersOf(read, reads, letters),
    services: reads.map((one, position) => serviceOf(one, comparisons[position]?.bids ?? [], awards)),
    route: await plannedRoute(
      read,
      { ...deal, leaveDay },
      {
        now: of.now,
        carriage: asked.find(({ service }) => service === "logistics")?.state ?? null,
      },
    ),
    next: nextRequest(turns),
    toChoose: turns.filter(({ turn }) => turn.act === "decide").length,
  };
}
