import type { Reader } from "../../../db/database";
import { findBid, findVersion, type StoredBid } from "../../../db/repositories/bidding";
import { findDeal, type StoredDeal } from "../../../db/repositories/deals";
import { disqualificationsOf } from "../../../db/repositories/disqualifications";
import { findRequest, type StoredRequest } from "../../../db/repositories/requests";
import type { Actor } from "../../../domain/access/actor";
import { may } from "../../../domain/access/policy";
import { type AwardRefusal, award } from "../../../domain/award/award";
import { quoteExpiryOf } from "../../../domain/award/quote-expiry";
import { choose } from "../../../domain/award/choose";
import { kindOf } from "../../../domain/services/registry";
import { assert } from "../../../domain/shared/assert";
import type { Instant } from "../../../domain/shared/instant";
import { type Currency, type Money, money } from "../../../domain/shared/money";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";

/** A bid that may win its request now, with what it costs. */
export type Chosen = { readonly request: StoredRequest; readonly bid: StoredBid; readonly total: Money };
export type ChosenDeal = { readonly deal: StoredDeal; readonly chosen: readonly Chosen[] };

type Wanted = {
  readonly dealId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly bids: readonly { readonly bidId: string }[];
};

/** When the bid's quote ends, read from what was opened; null where its service quotes no rates. */
async function quoteEnd(tx: Reader, { request, bid }: Pair): Promise<Instant | null> {
  if (!kindOf(request.service).quoteExpiresAt || bid.totalMinor === null) return null;
  const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
  assert(version?.content, `the opened bid ${bid.id} has its content`);
  return quoteExpiryOf(request.service, version.content);
}

type Pair = { readonly request: StoredRequest; readonly bid: StoredBid };

async function findPairs(tx: Reader, actor: Actor, wanted: Wanted): Promise<Result<Pair[], Refusal<"not_found">>> {
  const pairs: Pair[] = [];
  for (const { bidId } of wanted.bids) {
    const bid = await findBid(tx, bidId);
    const request = bid && (await findRequest(tx, bid.requestId));
    if (!request || !may(actor, "request.award", request)) return refuse("not_found");
    if (wanted.dealId !== undefined && request.dealId !== wanted.dealId) return refuse("not_found");
    if (wanted.requestId !== undefined && request.id !== wanted.requestId) return refuse("not_found");
    pairs.push({ request, bid });
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
  const chosen: Chosen[] = [];
  for (const { request, bid } of pairs.value) {
    const quoteExpiresAt = await quoteEnd(tx, { request, bid });
    const disqualifications = await disqualificationsOf(tx, request.id);
    const next = award(request, { ...bid, quoteExpiresAt, disqualifications }, of.now);
    if (!next.ok) return next;
    assert(bid.totalMinor !== null && bid.currency !== null, `the opened bid ${bid.id} has its total`);
    chosen.push({ request, bid, total: money(bid.totalMinor, bid.currency as Currency) });
  }
  const deal = await findDeal(tx, (chosen[0] as Chosen).request.dealId);
  assert(deal, "a request has its deal");
  return accept({ deal, chosen });
}
