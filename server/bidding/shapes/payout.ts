import { z } from "zod";
import type { Payout } from "@/domain/award/payout/payout-of-bid";
import { toIso } from "@/domain/shared/instant";
import { CURRENCIES } from "@/domain/shared/money";
import { toWireMoney } from "@/domain/shared/money-schema";
import { moneyShape, timeText } from "../../platform/api/fields";

const sources = z.enum(["bid", "market", "none"]);

const namedRate = z.strictObject({
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: z.string().meta({ description: "1 base is this much quote" }),
  source: z.string().nullable(),
  day: z.iso.date().nullable().meta({ description: "Of a rate of the market" }),
  at: timeText.nullable().meta({ description: "Of a bid's own rate, where it says so" }),
});

export const payoutShape = z
  .strictObject({
    payeeReceives: moneyShape.nullable().meta({ description: "Where the request fixes what the payer parts with" }),
    payerPays: moneyShape.nullable().meta({ description: "Where the request fixes what the payee receives" }),
    effectiveCostBps: z.int().meta({
      description: "What is lost on the way, and charges billed beside, of the fixed side; below zero where none is",
    }),
    costAgainst: sources.meta({ description: "Whose mid rate the cost is measured by" }),
    mid: z
      .strictObject({ source: sources, rates: z.array(namedRate) })
      .meta({ description: "What it was reckoned at: the bid's own mid rate, or the market's of the day of the call" }),
  })
  .meta({ id: "Payout" });

export const writePayout = ({ side, amount, mid, ...rest }: Payout): z.input<typeof payoutShape> => ({
  ...rest,
  payeeReceives: side === "payee_receives" ? toWireMoney(amount) : null,
  payerPays: side === "payer_pays" ? toWireMoney(amount) : null,
  mid: {
    source: mid.source,
    rates: mid.rates.map(({ base, quote, rate, source, day, at }) => ({
      ...{ base, quote, rate, source, day },
      at: at === null ? null : toIso(at),
    })),
  },
});
