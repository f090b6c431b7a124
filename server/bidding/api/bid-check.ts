import { z } from "zod";
import { SLIP_BANDS } from "@/domain/bidding/offer/slip/slip";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { CHARGE_CODES } from "@/domain/services/charge";
import { accept } from "@/domain/shared/result";
import { checkEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import type { OpinionDoubt } from "@/domain/services/customs/rules/opinion-doubts";
import { checkBid } from "../pricing/check-bid";
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

const bpsField = (description: string) => z.int().min(0).meta({ description });

const doubtShape = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("other_chapter"),
      line: z.int().min(1).meta({ description: "The number of the cargo line" }),
      hsCode: z.string().meta({ description: "By the bid" }),
      askedHsCode: z.string().meta({ description: "By the request" }),
    }),
    z.strictObject({
      kind: z.enum(["duty_far", "vat_far"]),
      line: z.int().min(1).meta({ description: "The number of the cargo line" }),
      rateBps: bpsField("By the bid"),
      marketRateBps: bpsField("By the market's tariff of the day, for the code that the bid names"),
    }),
  ])
  .meta({ id: "BidDoubt" });

function writeDoubt(doubt: OpinionDoubt): z.output<typeof doubtShape> {
  const { kind, line } = doubt;
  return kind === "other_chapter"
    ? { kind, line, hsCode: doubt.hsCode, askedHsCode: doubt.asked }
    : { kind, line, rateBps: doubt.bps, marketRateBps: doubt.market };
}

/** What an outside program asks before it bids: findings and doubts stop nothing, since a program has nobody to tick them. */
export const postBidCheck = checkEndpoint({
  name: "checkBid",
  path: "/api/v1/requests/{requestId}/bids/check",
  summary: "What an offer would come to, and what in it may be a slip of a digit; nothing is kept",
  description:
    "Prices the offer as bidding would. `findings` name prices that differ by a factor of 5 or more from your own standing version, your own last bids or, where you have none, the market's opened bids: the factor's band only, never an amount of others. `doubts` name what a customs bid says of the goods (`terms.hsOpinions`) and is far from the request or from the market's tariff.",
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
      doubts: z.array(doubtShape),
    })
    .meta({ id: "BidCheck" }),
  refusals: PRICING.filter((code) => code !== "request_not_open"),
  async run({ actor, params, body }) {
    const { database, clock } = platform();
    const checked = await checkBid(database.read, actor, { ...params, offer: body, now: clock() });
    if (!checked.ok) return checked;
    const { content, findings, doubts } = checked.value;
    return accept({
      total: { minor: Number(content.totalMinor), currency: content.currency },
      charges: content.lines.map((line) => writeCharge(line, content.currency)),
      alternatives: writeAlternatives(content),
      findings: [...findings],
      doubts: doubts.map(writeDoubt),
    });
  },
});
