import { type Reader, together, type Writer } from "../../db/database";
import {
  type BidWithContent,
  bidsWithContent,
  findBid,
  findVersion,
  saveBidState,
  type StoredBid,
} from "../../db/repositories/bidding";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { disqualificationsOf } from "../../db/repositories/decisions";
import { isBarredNow } from "../../db/repositories/organisations";
import {
  findRequest,
  lockDealsOfBids,
  lockRequestsOfBids,
  saveRequestState,
  type StoredRequest,
} from "../../db/repositories/requests";
import { type Actor, may } from "../../domain/access/policy";
import { award, AWARD_STATES, type AwardRefusal, choose, takeEffect } from "../../domain/award/award";
import { applyPackages, type KeptDiscount, type ReachedDiscount } from "../../domain/award/package-discounts";
import { type ContractParts, contractParts } from "../../domain/award/contract-parts";
import { quoteExpiryOf } from "../../domain/award/quote-expiry";
import { type BidContent, bidFacts, rankedPrice } from "../../domain/bidding/bid";
import { alternativeCount, choiceId, contentOfAlternative } from "../../domain/bidding/bid-content";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { dayOf, type Instant, type LocalDate, toIso } from "../../domain/shared/time";
import { type Currency, type Money, money } from "../../domain/shared/money";
import { z } from "zod";
import { insertAwards, type NewAward } from "../../db/repositories/award";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import type { NewOrder } from "../../db/repositories/orders";
import { reasonOfChoice, type StatedReason } from "../../domain/bidding/debrief";
import { orderFacts } from "../../domain/orders/order";
import { idText, timeText } from "../platform/api/endpoint-kinds";
import type { CommandContext } from "../platform/command";
import { rankBothWays } from "./rank-request";
import { debriefLosers, readScoring, type ReadScoring } from "../requests/scorable-bids";
import { endCures, loseBids } from "../requests/end-bids";
import { countTraffic, placeOrders } from "./place-orders";
import { rateText } from "../../domain/award/compare";
import { convert, type ExchangeRate } from "../../domain/shared/exchange-rate";

/** An offer of a bid that may win its request now: which one, the package that it reaches with the others, and what it then costs. */
export type Chosen = ContractParts & {
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly alternative: number;
  readonly discount: ReachedDiscount | null;
};
export type ChosenDeal = { readonly deal: StoredDeal; readonly chosen: readonly Chosen[] };

type Wanted = {
  readonly dealId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly bids: readonly { readonly bidId: string; readonly alternative: number }[];
};

type Pair = { readonly request: StoredRequest; readonly bid: StoredBid; readonly alternative: number };

/** What was opened of the bid; null before the opening, when nothing of it may be awarded. */
async function openedContent(tx: Reader, { bid }: Pair): Promise<BidContent | null> {
  if (bid.totalMinor === null) return null;
  const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
  assert(version?.content, `the opened bid ${bid.id} has its content`);
  return version.content;
}

type Winner = Pair & { readonly content: BidContent };

/** The wanted offer of the bid, if it may win its request now. */
async function winnerOf(tx: Reader, pair: Pair, now: Instant): Promise<Result<Winner, AwardRefusal>> {
  const { request, bid, alternative } = pair;
  const [content, disqualifications, isBarred] = await together([
    openedContent(tx, pair),
    disqualificationsOf(tx, request.id),
    isBarredNow(tx, bid.providerOrganisationId),
  ]);
  const quoteExpiresAt = content && quoteExpiryOf(request.service, content);
  const wanted = { alternative, of: content ? alternativeCount(content) : 0 };
  const next = award(request, { ...bid, isBarred, wanted, quoteExpiresAt, disqualifications }, now);
  if (!next.ok) return next;
  assert(content, `the opened bid ${bid.id} has its total`);
  return accept({ ...pair, content: contentOfAlternative(content, alternative) });
}

/** With what the packages take off that these bids reach together. */
function pricedTogether(winners: readonly Winner[]): Chosen[] {
  const discounts = applyPackages(
    winners.map(({ request, bid, content }) => ({
      providerId: bid.providerOrganisationId,
      service: request.service,
      content,
    })),
  );
  return winners.map(({ content, ...pair }, position) => {
    const discount = discounts[position] ?? null;
    return { ...pair, discount, ...contractParts(content, discount) };
  });
}

async function findPairs(tx: Reader, actor: Actor, wanted: Wanted): Promise<Result<Pair[], Refusal<"not_found">>> {
  const pairs: Pair[] = [];
  for (const { bidId, alternative } of wanted.bids) {
    const bid = await findBid(tx, bidId);
    const request = bid && (await findRequest(tx, bid.requestId));
    if (!request || !may(actor, "request.award", request)) return refuse("not_found");
    if (wanted.dealId !== undefined && request.dealId !== wanted.dealId) return refuse("not_found");
    if (wanted.requestId !== undefined && request.id !== wanted.requestId) return refuse("not_found");
    pairs.push({ request, bid, alternative });
  }
  return accept(pairs);
}

/** The lock of an award: the requests whose bids are chosen, and what they are ordered for. */
export async function lockChosen(tx: Writer, { bids }: { readonly bids: readonly { readonly bidId: string }[] }) {
  const bidIds = bids.map(({ bidId }) => bidId);
  await together([lockRequestsOfBids(tx, bidIds), lockDealsOfBids(tx, bidIds)]);
}

/** The buyer's choice, each bid of which may win its request now; whose bids they are not, they are not there. */
export async function loadChosen(
  tx: Reader,
  of: { readonly actor: Actor; readonly wanted: Wanted; readonly now: Instant },
): Promise<
  Result<ChosenDeal, AwardRefusal | Refusal<"not_found" | "nothing_chosen" | "two_for_one_request" | "deals_mixed">>
> {
  const pairs = await findPairs(tx, of.actor, of.wanted);
  if (!pairs.ok) return pairs;
  const choice = choose(
    pairs.value.map(({ request }) => request),
    pairs.value.map(({ bid }) => bid),
  );
  if (!choice.ok) return choice;
  const [deal, judged] = await together([
    findDeal(tx, (pairs.value[0] as Pair).request.dealId),
    together(pairs.value.map((pair) => winnerOf(tx, pair, of.now))),
  ]);
  const winners: Winner[] = [];
  for (const winner of judged) {
    if (!winner.ok) return winner;
    winners.push(winner.value);
  }
  const chosen = pricedTogether(winners);
  assert(deal, "a request has its deal");
  return accept({ deal, chosen });
}

type At = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

/**
 * What the decision on one request was made from: every opened bid that stood, and its alternatives as `id.1`, with its total and its
 * own price in the currency of the comparison at the dated rates. A bid that no rate could bring there is kept without a total.
 */
function comparisonOf(bids: readonly BidWithContent[], at: At): NewAward["comparison"] {
  const totals: Record<string, string> = {};
  const ownPrices: Record<string, string> = {};
  const used = new Set<string>();
  for (const { content, ...bid } of bids) {
    if (bid.state !== "submitted" || !content) continue;
    for (let place = 0; place <= alternativeCount(content); place += 1) {
      const offer = contentOfAlternative(content, place);
      const inTarget = (price: Money) => convert(price, at.currency, at.rates, at.day);
      const total = inTarget(money(BigInt(offer.totalMinor), offer.currency));
      const own = inTarget(rankedPrice(offer));
      if (!total.ok || !own.ok) continue;
      totals[choiceId(bid.id, place)] = total.value.amount.minor.toString();
      ownPrices[choiceId(bid.id, place)] = own.value.amount.minor.toString();
      for (const rate of total.value.rates) used.add(rateText(rate));
    }
  }
  return { currency: at.currency, day: at.day, totals, ownPrices, rates: [...used] };
}

/** What an award answers. */
export const awardShape = z
  .strictObject({
    award: z.strictObject({ id: idText, state: z.enum(AWARD_STATES), effectiveAt: timeText.nullable() }),
    awardIds: z.array(idText).meta({ description: "One a bid, in the order of the call" }),
    orders: z.array(idText).meta({ description: "There once the award is effective" }),
  })
  .meta({ id: "Award" });
export type AwardAnswer = z.output<typeof awardShape>;

const keptDiscount = (discount: ReachedDiscount | null): KeptDiscount | null =>
  discount && {
    services: discount.services,
    discountBps: discount.discountBps,
    amountMinor: discount.amount.minor.toString(),
  };

/** The package that a chosen bid reaches with the others: criteria are held to the price that is contracted. */
const packageOf = ({ bid, discount }: Pick<Chosen, "bid" | "discount">) =>
  discount && { bidId: bid.id, discountBps: discount.discountBps };

/** What the bids of a request are compared by, read once for the choice and for what the losers are told. */
async function readComparison(tx: Reader, request: StoredRequest) {
  const [bids, scoring] = await together([bidsWithContent(tx, request.id), readScoring(tx, request)]);
  return { bids, scoring };
}

type Settling = {
  readonly order: NewOrder;
  readonly reasons: readonly StatedReason[];
  readonly read: { readonly rates: readonly ExchangeRate[]; readonly scoring: ReadScoring };
};

/** The winner's and the losers' states, and what everyone is told of it. */
async function settle(
  context: CommandContext,
  { request, bid, discount }: Chosen,
  { order, reasons, read }: Settling,
): Promise<void> {
  const { tx, now, publish } = context;
  await saveRequestState(tx, request.id, { state: "awarded", awardedAt: now });
  await endCures(context, request);
  await debriefLosers(context, request, {
    kind: "awarded",
    winnerId: bid.id,
    reasons,
    withPackage: packageOf({ bid, discount }),
    read,
  });
  await saveBidState(tx, bid.id, { state: "won", now });
  publish({ type: "bid.won", orderId: order.id, ...bidFacts(request, bid) });
  await loseBids(context, request, bid.id);
  publish({ type: "order.placed", ...orderFacts(order) });
}

type Decision = ChosenDeal & {
  /** Of the comparison that is kept; the first request's own where it is not said. */
  readonly currency?: Currency | undefined;
  /** Why others were not chosen, where the buyer says so. */
  readonly reasons: readonly StatedReason[];
  /** Why a bid was chosen that is not first, by bid, where the buyer says so. */
  readonly words?: ReadonlyMap<string, string>;
  /** Whether both sides agreed on it across the table. */
  readonly isAgreed?: boolean;
  readonly decidedByUserId: string;
};

/** The award as a step, for bids that may win: awards, orders, traffic and both sides' states, all together or none. */
export async function awardChosen(context: CommandContext, decision: Decision): Promise<Result<AwardAnswer>> {
  const { tx, now, newId } = context;
  const { deal, chosen, reasons, decidedByUserId } = decision;
  const effect = takeEffect();
  if (!effect.ok) return effect;
  const day = dayOf(now);
  const [rates, compared] = await together([
    ratesUpTo(tx, day),
    together(chosen.map(({ request }) => readComparison(tx, request))),
  ]);
  const currency = decision.currency ?? (chosen[0] as Chosen).request.comparisonCurrency;
  const awards: NewAward[] = [];
  for (const [position, { request, bid, alternative, discount }] of chosen.entries()) {
    const { bids, scoring } = compared[position] as (typeof compared)[number];
    const ranks = await rankBothWays(tx, request, {
      ...{ now, day, rates, bids, scoring, withPackage: packageOf({ bid, discount }) },
    });
    const words = decision.words?.get(bid.id) ?? "";
    const choice = reasonOfChoice({ bidId: bid.id, ...ranks, words, isAgreed: decision.isAgreed ?? false });
    if (!choice.ok) return choice;
    const { ranking } = ranks;
    const why = choice.value && { choice: choice.value };
    const comparison = { ...comparisonOf(bids, { currency, day, rates }), ranking, ...why };
    const decided = { awardedByUserId: decidedByUserId, awardedAt: now, effectiveAt: now } as const;
    awards.push({
      id: newId(),
      dealId: deal.id,
      requestId: request.id,
      bidId: bid.id,
      alternative,
      packageDiscount: keptDiscount(discount),
      state: effect.value,
      ...decided,
      comparison,
    });
  }
  await insertAwards(tx, awards);
  const awardIds = new Map(awards.map((one) => [one.bidId, one.id]));
  const placed = await placeOrders(context, { deal, chosen, rates, awardIds });
  if (!placed.ok) return placed;
  for (const [position, one] of chosen.entries())
    await settle(context, one, {
      order: placed.value[position] as NewOrder,
      reasons,
      read: { rates, scoring: (compared[position] as (typeof compared)[number]).scoring },
    });
  await countTraffic(context, placed.value);
  const ids = awards.map((one) => one.id);
  const award = { id: ids[0] as string, state: effect.value, effectiveAt: toIso(now) };
  return accept({ award, awardIds: ids, orders: placed.value.map((order) => order.id) });
}
