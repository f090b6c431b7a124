import { z } from "zod";
import type { DutyFigure, ShownEstimate } from "../../domain/tariff/duties/duty-estimate";
import { DUTY_COUNTRIES, DUTY_METHODS, DUTY_UNITS, type DutyRate } from "../../domain/tariff/duties/duty-rate";
import { LEFT_OUT } from "../../domain/tariff/duties/left-out";
import type { ExchangeRate } from "../../domain/shared/exchange-rate";
import { CURRENCIES, type Money } from "../../domain/shared/money";
import { toWireMoney } from "../../domain/shared/money-schema";
import { dayText, moneyShape } from "../platform/api/fields";

const rateShape = z
  .strictObject({
    hsPrefix: z.string().meta({ description: "Leading digits that it holds for; empty for all goods" }),
    method: z.enum(DUTY_METHODS),
    rateBps: z.int().nullable(),
    unitPrice: moneyShape.nullable(),
    unit: z.enum(DUTY_UNITS).nullable(),
    validFrom: dayText,
    source: z.string(),
  })
  .meta({ id: "DutyRate" });

const figureShape = z
  .strictObject({
    amount: moneyShape.nullable().meta({ description: "Null where it is not known, which is not the same as nothing" }),
    rate: rateShape.nullable(),
    missing: z.string().nullable().meta({ description: "Why the amount is not known, as a code" }),
  })
  .meta({ id: "DutyFigure" });

const lineShape = z
  .strictObject({
    hsCode: z.string(),
    customsValue: moneyShape,
    duty: figureShape,
    excise: figureShape,
    vat: figureShape,
    total: moneyShape,
    leftOut: z
      .array(z.enum(LEFT_OUT))
      .meta({ description: "What may be due on this line, or fall away, and is not in it" }),
    isComplete: z.boolean(),
  })
  .meta({ id: "DutyLine" });

const exchangeRateShape = z
  .strictObject({
    base: z.enum(CURRENCIES),
    quote: z.enum(CURRENCIES),
    rate: z.string(),
    day: dayText,
    source: z.string(),
  })
  .meta({ id: "ExchangeRate" });

/** What the state would charge for an import, as a request answers it. */
export const dutyEstimateShape = z
  .strictObject({
    country: z.enum(DUTY_COUNTRIES),
    day: dayText.meta({ description: "The rates are those of this day" }),
    ratesOfYear: z.string().nullable().meta({
      description:
        "The year of the newest duty, excise or fee rate where nobody has entered those of the day's year; else null",
    }),
    missing: z.string().nullable().meta({ description: "Why there is no estimate at all, as a code" }),
    estimate: z
      .strictObject({
        customsValue: moneyShape,
        sharedBy: z.enum(["value", "weight"]),
        lines: z.array(lineShape),
        fee: figureShape,
        duty: moneyShape,
        excise: moneyShape,
        vat: moneyShape,
        total: moneyShape,
        leftOut: z.array(z.enum(LEFT_OUT)).meta({
          description:
            "What was not reckoned in although it may change the sums: costs that the Incoterm leaves open, excise, recycling fee, anti-dumping duty, preference",
        }),
        isComplete: z
          .boolean()
          .meta({ description: "False where the sums are only of what is known, or anything was left out" }),
        exchangeRates: z.array(exchangeRateShape),
      })
      .nullable(),
  })
  .meta({
    id: "DutyEstimate",
    description: "The market's estimate, not a broker's price; what it leaves out is named in leftOut",
  });

const moneyOrNull = (amount: Money | null) => amount && toWireMoney(amount);

const writeRate = ({ hsPrefix, method, rateBps, unitPrice, unit, validFrom, source }: DutyRate) => ({
  ...{ hsPrefix, method, rateBps, unit, validFrom, source },
  unitPrice: moneyOrNull(unitPrice),
});

const writeFigure = ({ amount, rate, missing }: DutyFigure) => ({
  amount: moneyOrNull(amount),
  rate: rate && writeRate(rate),
  missing: missing?.code ?? null,
});

const writeExchangeRate = ({ base, quote, rate, day, source }: ExchangeRate) => ({ base, quote, rate, day, source });

export function writeDutyEstimate({
  country,
  day,
  ratesOfYear,
  estimate,
  refusal,
}: ShownEstimate): z.input<typeof dutyEstimateShape> {
  const missing = refusal?.code ?? null;
  if (!estimate) return { country, day, ratesOfYear, missing, estimate: null };
  const { sharedBy, isComplete, leftOut } = estimate;
  return {
    ...{ country, day, ratesOfYear, missing },
    estimate: {
      ...{ sharedBy, isComplete, leftOut: [...leftOut] },
      customsValue: toWireMoney(estimate.customsValue),
      lines: estimate.lines.map((line) => ({
        hsCode: line.hsCode,
        customsValue: toWireMoney(line.customsValue),
        duty: writeFigure(line.duty),
        excise: writeFigure(line.excise),
        vat: writeFigure(line.vat),
        total: toWireMoney(line.total),
        leftOut: [...line.leftOut],
        isComplete: line.isComplete,
      })),
      fee: writeFigure(estimate.fee),
      duty: toWireMoney(estimate.duty),
      excise: toWireMoney(estimate.excise),
      vat: toWireMoney(estimate.vat),
      total: toWireMoney(estimate.total),
      exchangeRates: estimate.exchangeRates.map(writeExchangeRate),
    },
  };
}
