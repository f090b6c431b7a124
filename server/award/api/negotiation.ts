import { z } from "zod";
import { COUNTER_STATES } from "@/domain/bidding/negotiation/counter-offer";
import type { ShownCounterOffer } from "@/domain/bidding/negotiation/negotiation-view";
import { accept, refuse } from "@/domain/shared/result";
import { toIso } from "@/domain/shared/instant";
import { CURRENCIES } from "@/domain/shared/money";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { counterOffersOf } from "../../bidding/queries/negotiation";
import { chargeShape, writeCharge } from "../../bidding/shapes/bid";
import { daysShape, idText, moneyShape, pathId, timeText } from "../../platform/api/fields";

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

export const listCounterOffers = queryEndpoint({
  name: "listCounterOffers",
  path: "/api/v1/bids/{bidId}/counter-offers",
  summary: "What was offered on a bid after the opening, the oldest first: to its two sides alone",
  scope: "bids:read",
  params: z.strictObject({ bidId: pathId }),
  response: z.strictObject({ items: z.array(counterOfferShape) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const offers = await counterOffersOf(database.read, actor, { ...params, now: clock() });
    return offers ? accept({ items: offers.map(writeCounterOffer) }) : refuse("not_found");
  },
});
