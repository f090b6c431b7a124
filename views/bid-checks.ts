import { z } from "zod";
import type { BidContent } from "../domain/bidding/bid";
import { OUTLIER_BANDS } from "../domain/bidding/offer/price-outlier";
import { CHARGE_CODES } from "../domain/services/charge";
import { bidAlternative, charge } from "./bids";
import { type View, money } from "./fields";

const finding = z
  .object({
    alternative: z.int().meta({ description: "0 for the main offer" }),
    line: z
      .int()
      .nullable()
      .meta({ description: "The line's place in its offer, from 0; null for the own price in all" }),
    code: z.enum(CHARGE_CODES).nullable(),
    isAbove: z.boolean(),
    factorMin: z.union(OUTLIER_BANDS.map((band) => z.literal(band))),
    beside: z.enum(["own_version", "own_bids", "market"]),
  })
  .meta({ id: "BidFinding" });

const line = z.int().min(1).meta({ description: "The number of the cargo line" });
const bps = (description: string) => z.int().min(0).meta({ description });

const doubt = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("other_chapter"),
      line,
      hsCode: z.string().meta({ description: "By the bid" }),
      askedHsCode: z.string().meta({ description: "By the request" }),
    }),
    z.object({
      kind: z.enum(["duty_far", "vat_far"]),
      line,
      rateBps: bps("By the bid"),
      marketRateBps: bps("By the market's tariff of the day, for the code that the bid names"),
    }),
  ])
  .meta({ id: "BidDoubt" });

/** What a bid comes to, which of its prices may be slips, and which of its opinions on the goods want a second look. */
export const checkedBid = z
  .object({
    total: money,
    charges: z.array(charge),
    alternatives: z.array(bidAlternative),
    findings: z.array(finding),
    doubts: z.array(doubt),
  })
  .meta({ id: "BidCheck" });

/** With all that would be kept of it. */
export type CheckedBid = View<typeof checkedBid> & { readonly content: BidContent };
