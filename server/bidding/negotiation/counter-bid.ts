import { z } from "zod";
import { saveCounterState } from "@/db/repositories/counter-offers";
import { nextRound } from "@/domain/bidding/negotiation/counter-offer";
import { counterTermsSchema } from "@/domain/bidding/negotiation/counter-terms";
import type { Result } from "@/domain/shared/result";
import { refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { loadTable } from "./load-table";
import { PRICING_REFUSALS, type PutOffer, putOffer, putShape, TABLE_REFUSALS } from "./put-offer";

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
  async run(context, { bidId, ...terms }): Promise<Result<PutOffer>> {
    const { tx, actor, now } = context;
    const loaded = await loadTable(tx, actor, bidId);
    if (!loaded.ok) return loaded;
    const table = loaded.value;
    if (table.side !== "buyer") return refuse("not_found");
    const round = nextRound(table.request, table.bid, table.history, now);
    if (!round.ok) return round;
    for (const offer of table.history)
      if (offer.state === "open")
        await saveCounterState(tx, offer.id, { state: now < offer.expiresAt ? "answered" : "lapsed", now });
    return putOffer(context, table, { by: "buyer", round: round.value, terms });
  },
});
