import type { Reader } from "../../db/database";
import { findBid, findVersion, type StoredBid } from "../../db/repositories/bidding";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { disqualificationsOf } from "../../db/repositories/decisions";
import { findRequest, type StoredRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { type AwardRefusal, award, choose } from "../../domain/award/award";
import { applyPackages, priceAfter, type ReachedDiscount } from "../../domain/award/package-discounts";
import { quoteExpiryOf } from "../../domain/award/quote-expiry";
import { splitTotal } from "../../domain/bidding/split-total";
import { alternativeCount, contentOfAlternative } from "../../domain/bidding/bid-content";
import type { BidContent } from "../../domain/bidding/bid";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import type { Money } from "../../domain/shared/money";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

/** An offer of a bid that may win its request now: which one, the package that it reaches with the others, and what it then costs. */
export type Chosen = {
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly alternative: number;
  readonly discount: ReachedDiscount | null;
  readonly price: Money;
  /** Of the price what the provider pays for the buyer at cost. */
  readonly passThrough: Money;
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
  const content = await openedContent(tx, pair);
  const quoteExpiresAt = content && quoteExpiryOf(request.service, content);
  const wanted = { alternative, of: content ? alternativeCount(content) : 0 };
  const disqualifications = await disqualificationsOf(tx, request.id);
  const next = award(request, { ...bid, wanted, quoteExpiresAt, disqualifications }, now);
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
    return { ...pair, discount, price: priceAfter(content, discount), passThrough: splitTotal(content).passThrough };
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
  const winners: Winner[] = [];
  for (const pair of pairs.value) {
    const winner = await winnerOf(tx, pair, of.now);
    if (!winner.ok) return winner;
    winners.push(winner.value);
  }
  const chosen = pricedTogether(winners);
  const deal = await findDeal(tx, (chosen[0] as Chosen).request.dealId);
  assert(deal, "a request has its deal");
  return accept({ deal, chosen });
}
