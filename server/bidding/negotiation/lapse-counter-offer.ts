import { z } from "zod";
import { findBid } from "@/db/repositories/bidding";
import { findCounterOffer, saveCounterState } from "@/db/repositories/counter-offers";
import { findRequest } from "@/db/repositories/requests";
import { bidFacts } from "@/domain/bidding/bid-facts";
import { COUNTER_LIFECYCLE, type CounterEvent, type CounterState } from "@/domain/bidding/negotiation/counter-offer";
import { assert } from "@/domain/shared/assert";
import { advance } from "@/domain/shared/lifecycle";
import { accept, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

/** The clock marks an offer that nobody answered in its time; it was past answering before. */
export const lapseCounterOffer = command({
  name: "negotiation.lapse-counter-offer",
  action: "market.tick",
  input: z.strictObject({ counterOfferId: z.string().min(1).max(64) }),
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
