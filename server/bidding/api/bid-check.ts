import { z } from "zod";
import { SLIP_BANDS } from "@/domain/bidding/offer/slip/slip";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { CHARGE_CODES } from "@/domain/services/charge";
import { accept } from "@/domain/shared/result";
import { checkEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { checkOffer } from "../pricing/check-offer";
import { slipsOf } from "../pricing/slip/slips-of";
import { PRICING } from "../make-version";
import { BID_BODY } from "../examples";
import { alternativeShape, chargeShape, writeAlternatives, writeCharge } from "../shapes/bid";
import { moneyShape, pathId } from "../../platform/api/fields";

const findingShape = z
  .strictObject({
    alternative: z.int().meta({ description: "0 for the main offer" }),
    line: z
      .int()
      .nullable()
      .meta({ description: "The line's place in its offer, from 0; null for the own price in all" }),
    code: z.enum(CHARGE_CODES).nullable(),
    isAbove: z.boolean(),
    factorMin: z.union(SLIP_BANDS.map((band) => z.literal(band))),
    beside: z.enum(["own_version", "own_bids", "market"]),
  })
  .meta({ id: "BidFinding" });

/** What an outside program asks before it bids: findings stop nothing, since a program has nobody to tick them. */
export const postBidCheck = checkEndpoint({
  name: "checkBid",
  path: "/api/v1/requests/{requestId}/bids/check",
  summary: "What an offer would come to, and what in it may be a slip of a digit; nothing is kept",
  description:
    "Prices the offer as bidding would. `findings` name prices that differ by a factor of 5 or more from your own standing version, your own last bids or, where you have none, the market's opened bids: the factor's band only, never an amount of others.",
  scope: "bids:write",
  params: z.strictObject({ requestId: pathId }),
  body: offerSchema,
  example: BID_BODY,
  response: z
    .strictObject({
      total: moneyShape,
      charges: z.array(chargeShape),
      alternatives: z.array(alternativeShape),
      findings: z.array(findingShape),
    })
    .meta({ id: "BidCheck" }),
  refusals: PRICING.filter((code) => code !== "request_not_open"),
  async run({ actor, params, body }) {
    const { database, clock } = platform();
    const of = { ...params, offer: body, now: clock() };
    const checked = await checkOffer(database.read, actor, of);
    if (!checked.ok) return checked;
    const content = checked.value;
    const findings = await slipsOf(database.read, actor, { ...params, content });
    return accept({
      total: { minor: Number(content.totalMinor), currency: content.currency },
      charges: content.lines.map((line) => writeCharge(line, content.currency)),
      alternatives: writeAlternatives(content),
      findings,
    });
  },
});
