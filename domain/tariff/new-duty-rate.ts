import { z } from "zod";
import { PERCENT_PLACES, RATE_BPS_MAX, parseScaled } from "../shared/parse-scaled";
import { boundedText } from "../shared/wire-fields";
import { accept, assert, type Refusal, refuse, type Result } from "../shared/result";
import type { LocalDate } from "../shared/time";
import { CURRENCIES, type Currency, type Money, parseAmount } from "../shared/money";
import {
  DUTY_CHARGES,
  DUTY_COUNTRIES,
  DUTY_CURRENCY,
  DUTY_METHODS,
  DUTY_UNITS,
  type DutyMethod,
  type DutyRate,
  METHODS_OF,
} from "./duty-rate";

const blankAsNone = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
const typed = z.string().max(40, "too_long").optional().transform(blankAsNone);

/** A rate as a person types it: percent with two places, amounts in their currency, what the method does not use left out. */
const typedRateSchema = z.strictObject({
  country: z.enum(DUTY_COUNTRIES, "unknown_choice"),
  charge: z.enum(DUTY_CHARGES, "unknown_choice"),
  hsPrefix: z
    .string()
    .transform((text) => text.replace(/[.\s]/g, ""))
    .refine((digits) => /^(\d{2,10})?$/.test(digits), "hs_prefix_malformed")
    .default(""),
  method: z.enum(DUTY_METHODS, "unknown_choice"),
  percent: typed,
  unitPrice: typed,
  unitCurrency: z.enum(CURRENCIES, "unknown_choice").optional(),
  unit: z.enum(DUTY_UNITS, "unknown_choice").optional(),
  valueFrom: typed,
  validFrom: z.iso.date("date_malformed"),
  source: boundedText(200),
  /** The rate is far from the last one, or very high, and is right all the same. */
  isConfirmed: z.boolean().default(false),
});
type Typed = z.output<typeof typedRateSchema>;

/** The members of a new rate as they are typed, before any is judged. */
export type TypedDutyRate = Readonly<Partial<Record<keyof z.input<typeof typedRateSchema>, string | boolean>>>;

const usesPercent = (method: DutyMethod): boolean => method !== "specific" && method !== "fixed";
const usesAmount = (method: DutyMethod): boolean => method !== "ad_valorem";
const countsUnits = (method: DutyMethod): boolean => usesAmount(method) && method !== "fixed";

type Problem = readonly [field: keyof Typed, message: string];

/** What is wrong with a member that the method needs, or has although it does not use it. */
function memberProblem(isUsed: boolean, typedText: string | undefined, judge: (text: string) => string | null) {
  if (!isUsed) return typedText === undefined ? null : "not_of_this_method";
  return typedText === undefined ? "required" : judge(typedText);
}

function percentProblem(text: string): string | null {
  const bps = parseScaled(text, PERCENT_PLACES);
  if (bps === null) return "percent_malformed";
  return bps <= RATE_BPS_MAX ? null : "percent_too_high";
}

const amountProblem = (currency: Currency) => (text: string) => {
  const amount = parseAmount(text, currency);
  return amount.ok ? null : amount.refusal.code;
};

const unitCurrencyOf = ({ unitCurrency, country }: Typed): Currency => unitCurrency ?? DUTY_CURRENCY[country];

function problemsOf(input: Typed): Problem[] {
  const { country, charge, method, hsPrefix, unit, valueFrom } = input;
  const found: (readonly [keyof Typed, string | null])[] = [
    ["method", METHODS_OF[charge].includes(method) ? null : "method_not_of_charge"],
    ["hsPrefix", charge === "fee" && hsPrefix !== "" ? "fee_of_all_goods" : null],
    ["percent", memberProblem(usesPercent(method), input.percent, percentProblem)],
    ["unitPrice", memberProblem(usesAmount(method), input.unitPrice, amountProblem(unitCurrencyOf(input)))],
    ["unit", countsUnits(method) && unit === undefined ? "required" : null],
    ["valueFrom", charge !== "fee" && valueFrom !== undefined ? "band_of_fee_only" : null],
    ["valueFrom", valueFrom === undefined ? null : amountProblem(DUTY_CURRENCY[country])(valueFrom)],
  ];
  return found.filter((problem): problem is Problem => problem[1] !== null);
}

function amountOf(text: string, currency: Currency): Money {
  const amount = parseAmount(text, currency);
  assert(amount.ok, "what was typed was found to be an amount");
  return amount.value;
}

function rateOf(input: Typed): DutyRate {
  const { country, charge, hsPrefix, method, percent, unitPrice, unit, valueFrom, validFrom, source } = input;
  return {
    ...{ country, charge, hsPrefix, method, source },
    rateBps: percent === undefined ? null : parseScaled(percent, PERCENT_PLACES),
    unitPrice: unitPrice === undefined ? null : amountOf(unitPrice, unitCurrencyOf(input)),
    unit: countsUnits(method) ? (unit ?? null) : null,
    valueFromMinor: amountOf(valueFrom ?? "0", DUTY_CURRENCY[country]).minor,
    validFrom: validFrom as LocalDate,
  };
}

/** Reads a new rate of duty, excise, VAT or fee with exactly the members that its method uses. */
export const newDutyRateSchema = typedRateSchema
  .check(({ value, issues }) => {
    for (const [field, message] of problemsOf(value))
      issues.push({ code: "custom", message, path: [field], input: value });
  })
  .transform((input) => ({ rate: rateOf(input), isConfirmed: input.isConfirmed }));

/** A figure that many times its last one, or that part of it, is asked about again: a slipped point or digit is so far off. */
export const DUTY_JUMP_FACTOR = 2n;

/** Shares above this are asked about even where nothing came before: 50 instead of 5.0 stays below it, 500 does not. */
export const DUTY_HIGH_BPS = 10_000;

export type NewDutyRateRefusal = Refusal<"duty_rate_exists" | "duty_rate_jumps" | "duty_rate_high">;

type Pair = readonly [last: bigint, next: bigint];

/** The figures that both rates have and that mean the same: shares, and prices of one unit in one currency. */
function comparable(last: DutyRate, next: DutyRate): Pair[] {
  const pairs: Pair[] = [];
  if (last.rateBps !== null && next.rateBps !== null) pairs.push([BigInt(last.rateBps), BigInt(next.rateBps)]);
  const [a, b] = [last.unitPrice, next.unitPrice];
  if (a && b && a.currency === b.currency && last.unit === next.unit) pairs.push([a.minor, b.minor]);
  return pairs;
}

const jumps = ([last, next]: Pair): boolean =>
  last !== next && (next >= last * DUTY_JUMP_FACTOR || next * DUTY_JUMP_FACTOR <= last);

/**
 * Whether an administrator may enter the rate. One country has one rate a charge, prefix, band and day: what was shown stays explained,
 * and a change is a later day. Refuses a second rate of that day, and unless it was confirmed a figure at least twice or at most half
 * of the last one before it, and a share above 100 percent.
 */
export function checkNewDutyRate(
  rate: DutyRate,
  known: { readonly sameDay: DutyRate | null; readonly last: DutyRate | null },
  isConfirmed: boolean,
): Result<void, NewDutyRateRefusal> {
  if (known.sameDay) return refuse("duty_rate_exists", { day: rate.validFrom });
  if (isConfirmed) return accept(undefined);
  const { last } = known;
  if (last && comparable(last, rate).some(jumps)) return refuse("duty_rate_jumps", { day: last.validFrom });
  if ((rate.rateBps ?? 0) > DUTY_HIGH_BPS) return refuse("duty_rate_high");
  return accept(undefined);
}
