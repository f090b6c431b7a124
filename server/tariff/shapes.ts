import { z } from "zod";
import type { DutyEstimate, DutyFigure, ShownEstimate } from "../../domain/tariff/duty-estimate";
import { DUTY_COUNTRIES, DUTY_METHODS, DUTY_UNITS, type DutyRate } from "../../domain/tariff/duty-rate";
import { LEFT_OUT } from "../../domain/tariff/excluded-charges";
import { AGREEMENTS } from "../../domain/tariff/preferences";
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
    agreements: z.array(z.enum(AGREEMENTS)).meta({
      description: "Under which agreements a paper of origin may lower this duty; empty where none may",
    }),
    isComplete: z.boolean(),
  })
  .meta({ id: "DutyLine" });

export const exchangeRateShape = z
  .strictObject({
    base: z.enum(CURRENCIES),
    quote: z.enum(CURRENCIES),
    rate: z.string(),
    day: dayText,
    source: z.string(),
  })
  .meta({ id: "ExchangeRate" });

const sumsShape = z
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
    isComplete: z.boolean().meta({
      description:
        "False where the sums are only of what is known, or anything but a preference was left out: without its paper the common rate holds",
    }),
    exchangeRates: z.array(exchangeRateShape),
  })
  .meta({ id: "DutySums" });

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
    estimate: sumsShape.nullable().meta({ description: "By the common rates" }),
    withFormE: sumsShape.nullable().meta({
      description: "The same with a certificate of origin Form E; null where it would lower nothing",
    }),
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

export const writeExchangeRate = ({ base, quote, rate, day, source }: ExchangeRate) => ({
  base,
  quote,
  rate,
  day,
  source,
});

const writeSums = (estimate: DutyEstimate): z.input<typeof sumsShape> => ({
  ...{ sharedBy: estimate.sharedBy, isComplete: estimate.isComplete, leftOut: [...estimate.leftOut] },
  customsValue: toWireMoney(estimate.customsValue),
  lines: estimate.lines.map((line) => ({
    hsCode: line.hsCode,
    customsValue: toWireMoney(line.customsValue),
    duty: writeFigure(line.duty),
    excise: writeFigure(line.excise),
    vat: writeFigure(line.vat),
    total: toWireMoney(line.total),
    leftOut: [...line.leftOut],
    agreements: [...line.agreements],
    isComplete: line.isComplete,
  })),
  fee: writeFigure(estimate.fee),
  duty: toWireMoney(estimate.duty),
  excise: toWireMoney(estimate.excise),
  vat: toWireMoney(estimate.vat),
  total: toWireMoney(estimate.total),
  exchangeRates: estimate.exchangeRates.map(writeExchangeRate),
});

/** An estimate of duty and tax as the API answers it. */
export const writeDutyEstimate = ({
  country,
  day,
  ratesOfYear,
  estimate,
  refusal,
  withFormE,
}: ShownEstimate): z.input<typeof dutyEstimateShape> => ({
  ...{ country, day, ratesOfYear },
  missing: refusal?.code ?? null,
  estimate: estimate && writeSums(estimate),
  withFormE: withFormE && writeSums(withFormE),
});
