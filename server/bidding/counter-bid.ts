import { z } from "zod";
import type { Reader } from "@/db/database";
import { findCounterOffer, saveCounterState } from "@/db/repositories/decisions";
import { COUNTER_LIFECYCLE, type CounterEvent, type CounterState, nextRound } from "@/domain/bidding/counter-offer";
import { counterTermsSchema } from "@/domain/bidding/bid-content";
import type { Actor } from "@/domain/access/policy";
import type { Instant } from "@/domain/shared/time";
import { accept, advance, assert, refuse, type Result } from "@/domain/shared/result";
import { command } from "../platform/command";
import {
  type NegotiationTable,
  PRICING_REFUSALS,
  type PutOffer,
  TABLE_REFUSALS,
  loadTable,
  putOffer,
  putShape,
  refusedOfLines,
} from "./negotiation";
import { findBid } from "@/db/repositories/bidding";
import { findRequest } from "@/db/repositories/requests";
import { bidFacts } from "@/domain/bidding/bid";
import { lockRequestOfBid } from "./bid-context";

/** The buyer's side of a bid's negotiation, with the round in which it may make an offer now. */
async function loadRound(
  db: Reader,
  actor: Actor,
  { bidId, now }: { readonly bidId: string; readonly now: Instant },
): Promise<Result<{ readonly table: NegotiationTable; readonly round: number }>> {
  const loaded = await loadTable(db, actor, bidId);
  if (!loaded.ok) return loaded;
  const table = loaded.value;
  if (table.side !== "buyer") return refuse("not_found");
  const round = nextRound(table.request, table.bid, table.history, now);
  return round.ok ? accept({ table, round: round.value }) : round;
}

/**
 * The buyer's counter-offer to one opened bid, where it published rounds of negotiation. It binds the buyer for as long as it stands:
 * the bidder's acceptance is the award. What the bidder had on the table is thereby answered.
 */
export const counterBid = command({
  name: "negotiation.counter-bid",
  action: "request.award",
  input: z.strictObject({ bidId: z.string().min(1).max(64), ...counterTermsSchema.shape }),
  http: {
    method: "POST",
    path: "/bids/{bidId}/counter-offers",
    scope: "awards:write",
    status: 201,
    summary: "The buyer's counter-offer to an opened bid, where rounds of negotiation were published",
    description: "It binds the buyer until `expiresAt`: the bidder's acceptance is the award.",
    example: { charges: [{ line: 0, unitPrice: { minor: 120_000, currency: "CNY" } }] },
    output: putShape,
    refusals: [...TABLE_REFUSALS, "counter_pending", "rounds_used", ...PRICING_REFUSALS],
  },
  lock: lockRequestOfBid,
  async refusedSoFar({ read, actor, now }, { bidId, charges }) {
    const loaded = await loadRound(read, actor, { bidId: String(bidId), now });
    return loaded.ok ? refusedOfLines(read, loaded.value.table, charges) : [loaded.refusal];
  },
  async run(context, { bidId, ...terms }): Promise<Result<PutOffer>> {
    const { tx, actor, now } = context;
    const loaded = await loadRound(tx, actor, { bidId, now });
    if (!loaded.ok) return loaded;
    const { table, round } = loaded.value;
    for (const offer of table.history)
      if (offer.state === "open")
        await saveCounterState(tx, offer.id, { state: now < offer.expiresAt ? "answered" : "lapsed", now });
    return putOffer(context, table, { by: "buyer", round, terms });
  },
});

/** The clock marks an offer that nobody answered in its time; it was past answering before. */
export const lapseCounterOffer = command({
  name: "negotiation.lapse-counter-offer",
  action: "market.tick",
  input: z.strictObject({ counterOfferId: z.string().min(1).max(64) }),
  async lock(tx, { counterOfferId }) {
    const offer = await findCounterOffer(tx, counterOfferId);
    if (offer) await lockRequestOfBid(tx, offer);
  },
  async run({ tx, now, publish, concerns }, { counterOfferId }): Promise<Result<{ state: CounterState }>> {
    const offer = await findCounterOffer(tx, counterOfferId);
    if (!offer) return refuse("not_found");
    if (now < offer.expiresAt) return refuse("not_yet", { expiresAt: offer.expiresAt });
    const state = advance<CounterState, CounterEvent>(COUNTER_LIFECYCLE, offer.state, "lapse");
    if (!state.ok) return state;
    await saveCounterState(tx, offer.id, { state: state.value, now });
    const [request, bid] = [await findRequest(tx, offer.requestId), await findBid(tx, offer.bidId)];
    assert(request && bid, "an offer has its bid and its request");
    publish({
      type: "bid.counter_ended",
      by: offer.by,
      round: offer.round,
      state: "lapsed",
      ...bidFacts(request, bid),
    });
    concerns(offer.id);
    return accept({ state: state.value });
  },
});
