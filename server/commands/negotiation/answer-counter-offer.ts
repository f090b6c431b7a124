import { z } from "zod";
import { findCounterOffer, saveCounterState } from "../../../db/repositories/counter-offers";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import { answerCounter, COUNTER_ANSWERS, type CounterState } from "../../../domain/negotiation/counter-offer";
import { counterTermsSchema } from "../../../domain/negotiation/counter-terms";
import { accept, type Result, refuse } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { agree } from "./agree";
import { loadTable } from "./load-table";
import { putOffer } from "./put-offer";

export type CounterOutcome = {
  readonly counterOfferId: string;
  readonly state: CounterState;
  /** The order that an acceptance made. */
  readonly orderId: string | null;
};

const input = z.strictObject({
  counterOfferId: z.string().min(1).max(64),
  answer: z.enum(COUNTER_ANSWERS),
  ...counterTermsSchema.shape,
});

/**
 * The other side's answer to an offer on the table: yes, which binds both and awards the request; no, which ends the round; or, of
 * the bidder, an offer of its own. The buyer's next offer is a counter-offer of the next round.
 */
export const answerCounterOffer = command({
  name: "negotiation.answer-counter-offer",
  action: "counter_offer.answer",
  input,
  async run(context, { counterOfferId, answer, ...terms }): Promise<Result<CounterOutcome>> {
    const { tx, actor, now, publish, concerns } = context;
    const offer = await findCounterOffer(tx, counterOfferId);
    const loaded = offer ? await loadTable(tx, actor, offer.bidId) : refuse("not_found");
    if (!offer || !loaded.ok) return refuse("not_found");
    const table = loaded.value;
    const { side, request, bid } = table;
    if (side === "buyer" && answer === "answer") return refuse("not_your_answer");
    const state = answerCounter(request, offer, { side, as: answer }, now);
    if (!state.ok) return state;
    await saveCounterState(tx, offer.id, { state: state.value, now });
    concerns(offer.id);
    const outcome = { counterOfferId: offer.id, state: state.value, orderId: null };
    if (answer === "decline") {
      publish({
        type: "bid.counter_ended",
        by: side,
        round: offer.round,
        state: "declined",
        ...bidFacts(request, bid),
      });
      return accept(outcome);
    }
    if (answer === "answer") {
      const put = await putOffer(context, table, { by: side, round: offer.round, terms });
      return put.ok ? accept({ ...outcome, counterOfferId: put.value.counterOfferId, state: "open" }) : put;
    }
    const agreed = await agree(context, table, offer);
    return agreed.ok ? accept({ ...outcome, orderId: agreed.value.orders[0] ?? null }) : agreed;
  },
});
