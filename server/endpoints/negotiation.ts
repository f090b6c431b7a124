import { z } from "zod";
import { COUNTER_ANSWERS, COUNTER_STATES } from "../../domain/negotiation/counter-offer";
import { counterTermsSchema } from "../../domain/negotiation/counter-terms";
import type { ShownCounterOffer } from "../../domain/negotiation/negotiation-view";
import { accept, refuse } from "../../domain/shared/result";
import { toIso } from "../../domain/shared/instant";
import { CURRENCIES } from "../../domain/shared/money";
import { answerCounterOffer } from "../commands/negotiation/answer-counter-offer";
import { counterBid } from "../commands/negotiation/counter-bid";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { counterOffersOf } from "../queries/negotiation";
import { chargeShape, writeCharge } from "./shapes/bid";
import { daysShape, idText, moneyShape, pathId, timeText } from "./shapes/fields";

const ofBid = z.strictObject({ bidId: pathId });

const counterOfferShape = z
  .strictObject({
    id: idText,
    round: z.int(),
    by: z.enum(["buyer", "provider"]),
    state: z.enum(COUNTER_STATES),
    madeAt: timeText,
    expiresAt: timeText,
    note: z.string(),
    currency: z.enum(CURRENCIES),
    total: moneyShape,
    transitDays: daysShape,
    charges: z.array(chargeShape),
  })
  .meta({ id: "CounterOffer" });

const writeCounterOffer = ({ content, madeAt, expiresAt, ...offer }: ShownCounterOffer) => ({
  ...offer,
  madeAt: toIso(madeAt),
  expiresAt: toIso(expiresAt),
  currency: content.currency,
  total: { minor: Number(content.totalMinor), currency: content.currency },
  transitDays: content.transitDays,
  charges: content.lines.map((line) => writeCharge(line, content.currency)),
});

const AT_THE_TABLE = ["not_negotiable", "not_in_negotiation", "decision_overdue", "bid_not_standing", "bid_expired"];

const PRICING = [
  "line_unknown",
  "line_priced_otherwise",
  "currency_mixed",
  "own_work_at_cost",
  "changes_nothing",
  "nothing_priced",
  "starts_in_past",
  "rate_missing",
];

const EXAMPLE = { charges: [{ line: 0, unitPrice: { minor: 120_000, currency: "CNY" } }] };

export const postCounterOffer = commandEndpoint({
  name: "counterBid",
  method: "POST",
  path: "/api/v1/bids/{bidId}/counter-offers",
  summary: "The buyer's counter-offer to an opened bid, where rounds of negotiation were published",
  description: "It binds the buyer until `expiresAt`: the bidder's acceptance is the award.",
  scope: "awards:write",
  params: ofBid,
  body: counterTermsSchema,
  example: EXAMPLE,
  response: z.strictObject({ id: idText, round: z.int(), expiresAt: timeText }),
  refusals: [...AT_THE_TABLE, "counter_pending", "rounds_used", ...PRICING],
  command: counterBid,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: ({ counterOfferId, round, expiresAt }) => ({ id: counterOfferId, round, expiresAt: toIso(expiresAt) }),
  status: 201,
});

export const listCounterOffers = queryEndpoint({
  name: "listCounterOffers",
  path: "/api/v1/bids/{bidId}/counter-offers",
  summary: "What was offered on a bid after the opening, the oldest first: to its two sides alone",
  scope: "bids:read",
  params: ofBid,
  response: z.strictObject({ items: z.array(counterOfferShape) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const offers = await counterOffersOf(database.read, actor, { ...params, now: clock() });
    return offers ? accept({ items: offers.map(writeCounterOffer) }) : refuse("not_found");
  },
});

export const postCounterAnswer = commandEndpoint({
  name: "answerCounterOffer",
  method: "POST",
  path: "/api/v1/counter-offers/{counterOfferId}/answer",
  summary: "The other side's answer: accept, decline or, of the bidder, an offer of its own",
  description: "`accept` binds both and awards the request at once; of a buyer's key it needs `awards:write` besides.",
  scope: "bids:write",
  params: z.strictObject({ counterOfferId: pathId }),
  body: z.strictObject({ answer: z.enum(COUNTER_ANSWERS), ...counterTermsSchema.shape }),
  example: { answer: "accept" },
  response: z.strictObject({ id: idText, state: z.enum(COUNTER_STATES), orderId: idText.nullable() }),
  refusals: [...AT_THE_TABLE, "own_counter", "not_your_answer", "counter_expired", "wrong_state", ...PRICING],
  command: answerCounterOffer,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: ({ counterOfferId, state, orderId }) => ({ id: counterOfferId, state, orderId }),
  status: 200,
});
