import { z } from "zod";
import { findCounterOffer, saveCounterState } from "../../db/repositories/counter-offers";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { answerCounter, COUNTER_ANSWERS, COUNTER_STATES } from "../../domain/bidding/negotiation/counter-offer";
import { counterTermsSchema } from "../../domain/bidding/negotiation/counter-terms";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { agree } from "./agree";
import { loadTable } from "../bidding/negotiation/load-table";
import { PRICING_REFUSALS, putOffer, TABLE_REFUSALS } from "../bidding/negotiation/put-offer";

const input = z.strictObject({
  counterOfferId: z.string().min(1).max(64),
  answer: z.enum(COUNTER_ANSWERS),
  ...counterTermsSchema.shape,
});

const outcomeShape = z.strictObject({
  id: idText,
  state: z.enum(COUNTER_STATES),
  /** The order that an acceptance made. */
  orderId: idText.nullable(),
});
type CounterOutcome = z.output<typeof outcomeShape>;

/**
 * The other side's answer to an offer on the table: yes, which binds both and awards the request; no, which ends the round; or, of
 * the bidder, an offer of its own. The buyer's next offer is a counter-offer of the next round.
 */
export const answerCounterOffer = command({
  name: "negotiation.answer-counter-offer",
  action: "counter_offer.answer",
  input,
  http: {
    method: "POST",
    path: "/counter-offers/{counterOfferId}/answer",
    scope: "bids:write",
    status: 200,
    summary: "The other side's answer: accept, decline or, of the bidder, an offer of its own",
    description:
      "`accept` binds both and awards the request at once; of a buyer's key it needs `awards:write` besides.",
    example: { answer: "accept" },
    output: outcomeShape,
    refusals: [
      ...[...TABLE_REFUSALS, "own_counter", "not_your_answer", "counter_expired", "wrong_state"],
      ...PRICING_REFUSALS,
    ],
  },
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
    const outcome = { id: offer.id, state: state.value, orderId: null };
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
      return put.ok ? accept({ ...outcome, id: put.value.id, state: "open" }) : put;
    }
    const agreed = await agree(context, table, offer);
    return agreed.ok ? accept({ ...outcome, orderId: agreed.value.orders[0] ?? null }) : agreed;
  },
});
