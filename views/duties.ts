import { z } from "zod";
import { CURRENCIES } from "../domain/shared/money";
import type { EstimateRefusal, NotKnown } from "../domain/tariff/duty-estimate";
import { DUTY_COUNTRIES, DUTY_METHODS, DUTY_UNITS, type DutyRate } from "../domain/tariff/duty-rate";
import { LEFT_OUT } from "../domain/tariff/excluded-charges";
import { INCOTERMS } from "../domain/tariff/incoterm";
import { AGREEMENTS } from "../domain/tariff/preferences";
import type { Instant } from "../domain/shared/time";
import { type View, day, money, refusal } from "./fields";

/** A rate of exchange of a day, and who says so. */
export const exchangeRate = z
  .object({
    base: z.enum(CURRENCIES),
    quote: z.enum(CURRENCIES),
    rate: z.string(),
    day: day,
    source: z.string(),
  })
  .meta({ id: "ExchangeRate" });

const rate = z
  .object({
    hsPrefix: z.string().meta({ description: "Leading digits that it holds for; empty for all goods" }),
    method: z.enum(DUTY_METHODS),
    rateBps: z.int().nullable(),
    unitPrice: money.nullable(),
    unit: z.enum(DUTY_UNITS).nullable(),
    validFrom: day,
    source: z.string(),
  })
  .meta({ id: "DutyRate" });

const figure = z
  .object({
    amount: money.nullable().meta({ description: "Null where it is not known, which is not the same as nothing" }),
    rate: rate.nullable(),
    missing: refusal<NotKnown>().nullable().meta({ description: "Why the amount is not known, as a code" }),
    exchangeRates: z
      .array(exchangeRate)
      .meta({ description: "What brought the amount into the currency of the country" }),
  })
  .meta({ id: "DutyFigure" });

const line = z
  .object({
    hsCode: z.string(),
    customsValue: money,
    duty: figure,
    excise: figure,
    vat: figure,
    total: money,
    leftOut: z
      .array(z.enum(LEFT_OUT))
      .meta({ description: "What may be due on this line, or fall away, and is not in it" }),
    agreements: z.array(z.enum(AGREEMENTS)).meta({
      description: "Under which agreements a paper of origin may lower this duty; empty where none may",
    }),
    isComplete: z.boolean(),
  })
  .meta({ id: "DutyLine" });

const sums = z
  .object({
    customsValue: money,
    sharedBy: z.enum(["value", "weight"]),
    lines: z.array(line),
    fee: figure,
    duty: money,
    excise: money,
    vat: money,
    total: money,
    leftOut: z.array(z.enum(LEFT_OUT)).meta({
      description:
        "What was not reckoned in although it may change the sums: costs that the Incoterm leaves open, excise, recycling fee, anti-dumping duty, preference",
    }),
    isComplete: z.boolean().meta({
      description:
        "False where the sums are only of what is known, or anything but a preference was left out: without its paper the common rate holds",
    }),
    exchangeRates: z.array(exchangeRate),
  })
  .meta({ id: "DutySums" });

/** What the state would charge for an import, as a request answers it. */
export const dutyEstimate = z
  .object({
    country: z.enum(DUTY_COUNTRIES),
    day: day.meta({ description: "The rates are those of this day" }),
    ratesOfYear: z.string().nullable().meta({
      description:
        "The year of the newest duty, excise or fee rate where nobody has entered those of the day's year; else null",
    }),
    incotermRule: z.enum(INCOTERMS).meta({
      description: "The rule of the goods' price: costs that it holds are not added to the customs value",
    }),
    missing: refusal<EstimateRefusal>().nullable().meta({ description: "Why there is no estimate at all, as a code" }),
    estimate: sums.nullable().meta({ description: "By the common rates" }),
    withFormE: sums.nullable().meta({
      description: "The same with a certificate of origin Form E; null where it would lower nothing",
    }),
  })
  .meta({
    id: "DutyEstimate",
    description: "The market's estimate, not a broker's price; what it leaves out is named in leftOut",
  });

export type DutyEstimate = View<typeof dutyEstimate>;
export type DutySums = View<typeof sums>;
export type DutyFigure = View<typeof figure>;

/** A rate as those who keep the tariff read it. */
export type EnteredDutyRate = DutyRate & {
  readonly id: string;
  /** Null where the rate came with the market's first data. */
  readonly enteredBy: string | null;
  readonly enteredAt: Instant | null;
  /** Whether an administrator entered it in place of a shipped rate that says otherwise. */
  readonly differsFromShipped: boolean;
  readonly isFuture: boolean;
};
