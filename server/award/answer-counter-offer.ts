import { isBarredNow } from "../../db/repositories/organisations";
import type { Reader } from "../../db/database";
import type { Actor } from "../../domain/access/policy";
import { type StoredBid, findBid, insertVersion, saveRevision } from "../../db/repositories/bidding";
import {
  disqualificationsOf,
  findCounterOffer,
  saveCounterState,
  type StoredCounterOffer,
} from "../../db/repositories/decisions";
import { findDeal } from "../../db/repositories/deals";
import { award } from "../../domain/award/award";
import { quoteExpiryOf } from "../../domain/award/quote-expiry";
import { contractParts } from "../../domain/award/contract-parts";
import { bidFacts } from "../../domain/bidding/bid";
import { accept, assert, refuse, type Result } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import { type CommandContext, command } from "../platform/command";
import { receiptOfOpenBid } from "../sealing/seal-bid";
import { type AwardAnswer, awardChosen, lockChosen } from "./award-chosen";
import {
  type NegotiationTable,
  PRICING_REFUSALS,
  TABLE_REFUSALS,
  loadTable,
  putOffer,
  refusedOfLines,
} from "../bidding/negotiation";
import { z } from "zod";
import {
  COUNTER_ANSWERS,
  COUNTER_STATES,
  type CounterAnswer,
  type CounterState,
  answerCounter,
} from "../../domain/bidding/counter-offer";
import { counterTermsSchema } from "../../domain/bidding/bid-content";
import { idText } from "../platform/api/endpoint-kinds";

/** What was agreed becomes the bid's next version, with a receipt of its own; the earlier ones stay. */
async function keepAgreed(
  context: CommandContext,
  table: NegotiationTable,
  offer: StoredCounterOffer,
): Promise<StoredBid> {
  const { tx, actor, now } = context;
  const { request, bid } = table;
  const { content } = offer;
  const version = bid.version + 1;
  const receipt = receiptOfOpenBid(content, { requestId: request.id, bidId: bid.id, version });
  const made = { bidId: bid.id, version, submittedByUserId: actor.userId, submittedAt: now };
  await insertVersion(tx, { ...made, receipt, content });
  await saveRevision(tx, bid.id, {
    ...{ state: bid.state, version, amendment: bid.amendment, now },
    totalMinor: BigInt(content.totalMinor),
    currency: content.currency,
    validUntil: instant(content.validUntil),
  });
  const agreed = await findBid(tx, bid.id);
  assert(agreed, `bid ${bid.id} is there`);
  return agreed;
}

/**
 * One acceptance binds both: the offer becomes the bid's last version and the request is awarded to it, in one transaction. The award
 * is the buyer's decision, whoever says the last yes: its offer bound it while it stood. Refuses what an award refuses.
 */
async function agree(
  context: CommandContext,
  table: NegotiationTable,
  offer: StoredCounterOffer,
): Promise<Result<AwardAnswer>> {
  const { tx, actor, now } = context;
  const { request } = table;
  const bid = await keepAgreed(context, table, offer);
  const quoteExpiresAt = quoteExpiryOf(request.service, offer.content);
  const disqualifications = await disqualificationsOf(tx, request.id);
  const isBarred = await isBarredNow(tx, bid.providerOrganisationId);
  const next = award(request, { ...bid, isBarred, quoteExpiresAt, disqualifications }, now);
  if (!next.ok) return next;
  const deal = await findDeal(tx, request.dealId);
  assert(deal && actor.userId, "a request has its deal, and an acceptance its person");
  // A package is a matter of several requests, which are not negotiated together.
  const { content } = offer;
  const agreed = contractParts(content, null);
  const chosen = [{ request, bid, alternative: 0, discount: null, ...agreed }];
  const decidedByUserId = offer.by === "buyer" ? offer.byUserId : actor.userId;
  return awardChosen(context, { deal, chosen, reasons: [], isAgreed: true, decidedByUserId });
}

type Answered = {
  readonly table: NegotiationTable;
  readonly offer: StoredCounterOffer;
  readonly state: CounterState;
};

/** The offer that is answered, with its negotiation and what becomes of it, if the actor's side may answer it so now. */
async function loadAnswered(
  db: Reader,
  actor: Actor,
  of: { readonly counterOfferId: string; readonly answer: CounterAnswer; readonly now: Instant },
): Promise<Result<Answered>> {
  const { answer, now } = of;
  const offer = await findCounterOffer(db, of.counterOfferId);
  const loaded = offer ? await loadTable(db, actor, offer.bidId) : refuse("not_found");
  if (!offer || !loaded.ok) return refuse("not_found");
  const { side, request } = loaded.value;
  if (side === "buyer" && answer === "answer") return refuse("not_your_answer");
  const state = answerCounter(request, offer, { side, as: answer }, now);
  return state.ok ? accept({ table: loaded.value, offer, state: state.value }) : state;
}

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
      ...TABLE_REFUSALS,
      "own_counter",
      "not_your_answer",
      "counter_expired",
      "wrong_state",
      ...PRICING_REFUSALS,
    ],
  },
  // Taken, it is an award.
  async lock(tx, { counterOfferId }) {
    const offer = await findCounterOffer(tx, counterOfferId);
    if (offer) await lockChosen(tx, { bids: [offer] });
  },
  async refusedSoFar({ read, actor, now }, { counterOfferId, answer, charges }) {
    if (answer !== "answer") return [];
    const loaded = await loadAnswered(read, actor, { counterOfferId: String(counterOfferId), answer, now });
    return loaded.ok ? refusedOfLines(read, loaded.value.table, charges) : [loaded.refusal];
  },
  async run(context, { counterOfferId, answer, ...terms }): Promise<Result<CounterOutcome>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadAnswered(tx, actor, { counterOfferId, answer, now });
    if (!loaded.ok) return loaded;
    const { table, offer, state } = loaded.value;
    const { side, request, bid } = table;
    await saveCounterState(tx, offer.id, { state, now });
    concerns(offer.id);
    const outcome = { id: offer.id, state, orderId: null };
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
