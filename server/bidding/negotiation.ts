import type { RefusalCode } from "@/domain/shared/refusal-codes";
import type { Reader } from "@/db/database";
import { type StoredBid, findBid, findVersion } from "@/db/repositories/bidding";
import { counterOffersOn, insertCounterOffer, type StoredCounterOffer } from "@/db/repositories/decisions";
import { type StoredRequest, findRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import { type BidContent, bidFacts } from "@/domain/bidding/bid";
import { type NegotiationSide, counterExpiresAt } from "@/domain/bidding/counter-offer";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { z } from "zod";
import { ruleAt } from "@/db/repositories/market-rules";
import { expiresAtOf } from "@/domain/award/quote-expiry";
import { type CounterTerms, offerAtTable, refusedLines, withCounterTerms } from "@/domain/bidding/bid-content";
import { HOUR_MS, toIso } from "@/domain/shared/time";
import { idText, timeText } from "../platform/api/endpoint-kinds";
import type { CommandContext } from "../platform/command";
import { priceForRequest } from "./pricing";

/** A bid in negotiation: whose turn of it the actor sits on, and all that was offered, the oldest first. */
export type NegotiationTable = {
  readonly side: NegotiationSide;
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly history: readonly StoredCounterOffer[];
};

/** The side on which the actor may act for this bid; null for everybody else, to whom it is not there. */
function sideOf(actor: Actor, request: StoredRequest, bid: StoredBid): NegotiationSide | null {
  if (may(actor, "request.award", request)) return "buyer";
  return may(actor, "bid.change", bid) ? "provider" : null;
}

/** The bid with its request and its negotiation, to the buyer's deciders and the bidder's quoters. */
export async function loadTable(
  tx: Reader,
  actor: Actor,
  bidId: string,
): Promise<Result<NegotiationTable, Refusal<"not_found">>> {
  const bid = await findBid(tx, bidId);
  const request = bid && (await findRequest(tx, bid.requestId));
  const side = request && sideOf(actor, request, bid);
  if (!request || !side) return refuse("not_found");
  return accept({ side, request, bid, history: await counterOffersOn(tx, bidId) });
}

/** What an offer changes: the last one on the table, or the bid as it was opened; for as long as the bid is held by now. */
async function lastWord(tx: Reader, { bid, history }: NegotiationTable): Promise<BidContent> {
  const last = history.at(-1);
  if (last) return { ...last.content, validUntil: bid.validUntil ?? last.content.validUntil };
  const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
  assert(version?.content, `the opened bid ${bid.id} has its content`);
  return version.content;
}

/** What is refused of the lines of an offer that cannot be read as a whole. */
export const refusedOfLines = async (read: Reader, table: NegotiationTable, charges: unknown) =>
  refusedLines(offerAtTable(await lastWord(read, table)), charges);

/** Ids and times, never an amount: the answer is kept for replays. */
export const putShape = z.strictObject({ id: idText, round: z.int(), expiresAt: timeText });
export type PutOffer = z.output<typeof putShape>;

/** Why no offer is laid on the table, and why none is accepted either. */
export const TABLE_REFUSALS: readonly RefusalCode[] = [
  "not_negotiable",
  "not_in_negotiation",
  "decision_overdue",
  "bid_not_standing",
  "bid_expired",
];

/** Why an offer is not priced. */
export const PRICING_REFUSALS: readonly RefusalCode[] = [
  "line_unknown",
  "line_priced_otherwise",
  "currency_mixed",
  "own_work_at_cost",
  "changes_nothing",
  "nothing_priced",
  "starts_in_past",
  "rate_missing",
];

type Said = { readonly by: NegotiationSide; readonly round: number; readonly terms: CounterTerms };

/** An offer laid on the table: the last word with its changes, priced for the request as it is, until its time, its own end or its answer. */
export async function putOffer(
  context: CommandContext,
  table: NegotiationTable,
  said: Said,
): Promise<Result<PutOffer>> {
  const { tx, actor, now, newId, publish, concerns } = context;
  const { request, bid } = table;
  const { by, round, terms } = said;
  const before = await lastWord(tx, table);
  // Nothing that may change across the table changes when it ends.
  const offerEndsAt = expiresAtOf(request.service, before);
  if (now >= offerEndsAt) return refuse("bid_expired", { bidId: bid.id });
  const offer = withCounterTerms(offerAtTable(before), terms);
  if (!offer.ok) return offer;
  const priced = await priceForRequest(tx, request, offer.value, now);
  if (!priced.ok) return priced;
  assert(actor.userId, "an offer is somebody's");
  const standsMs = (await ruleAt(tx, "counter_offer_hours", now)) * HOUR_MS;
  const id = newId();
  const expiresAt = counterExpiresAt({ ...request, offerEndsAt }, standsMs, now);
  await insertCounterOffer(tx, {
    ...{ id, requestId: request.id, bidId: bid.id, round, by, byUserId: actor.userId },
    state: "open",
    // The files of the bid stay what they were: an offer across the table has none of its own.
    content: { ...priced.value, files: before.files ?? [] },
    note: terms.note,
    madeAt: now,
    expiresAt,
  });
  publish({ type: "bid.countered", by, round, ...bidFacts(request, bid) });
  concerns(id);
  return accept({ id, round, expiresAt: toIso(expiresAt) });
}
