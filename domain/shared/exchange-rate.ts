import { accept, assert, type Refusal, refuse, type Result } from "./result";
import { daysBetween, type LocalDate } from "./time";
import { type Currency, divideHalfEven, isStorable, minorDigits, type Money, money } from "./money";

/** One dated rate: 1 `base` is `rate` `quote`. `rate` is decimal digits, never a float. */
export type ExchangeRate = {
  readonly base: Currency;
  readonly quote: Currency;
  readonly rate: string;
  readonly day: LocalDate;
  readonly source: string;
};

/** A converted amount with the rates that made it, so that a screen can name them. */
export type Converted = { readonly amount: Money; readonly rates: readonly ExchangeRate[] };

export type RateRefusal = Refusal<"rate_missing" | "rate_stale" | "amount_too_large">;

/** A rate older than this is a refusal: nobody compares bids at last season's price. */
export const RATE_AGE_MAX_DAYS = 35;

/** Every cross goes through this currency, in which the market keeps its books. */
export const BASE_CURRENCY: Currency = "CNY";

/** An exact rate: `num / den` units of the quoted currency for one of the base. */
export type Ratio = { readonly num: bigint; readonly den: bigint };

/** A decimal such as `7.12` as an exact ratio. */
export function parseRate(text: string): Ratio | null {
  const match = /^(\d{1,12})(?:\.(\d{1,10}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "0", fraction = ""] = match;
  const num = BigInt(whole + fraction);
  return num > 0n ? { num, den: 10n ** BigInt(fraction.length) } : null;
}

/** The same rate between minor units: fen for a cent, dong for a fen. */
export function inMinorUnits({ num, den }: Ratio, from: Currency, to: Currency): Ratio {
  const shift = minorDigits(to) - minorDigits(from);
  return shift > 0 ? { num: num * 10n ** BigInt(shift), den } : { num, den: den * 10n ** BigInt(-shift) };
}

type Found = { readonly rate: ExchangeRate; readonly ratio: Ratio };

/** The latest rate between a currency and CNY on or before `day`, as units of CNY for one unit of it. */
function toBase(from: Currency, rates: readonly ExchangeRate[], day: LocalDate): Result<Found, RateRefusal> {
  let best: ExchangeRate | undefined;
  for (const rate of rates) {
    const isPair =
      (rate.base === from && rate.quote === BASE_CURRENCY) || (rate.base === BASE_CURRENCY && rate.quote === from);
    if (isPair && rate.day <= day && (!best || rate.day > best.day)) best = rate;
  }
  if (!best) return refuse("rate_missing", { currency: from, day });
  if (daysBetween(best.day, day) > RATE_AGE_MAX_DAYS)
    return refuse("rate_stale", { currency: from, day, rateDay: best.day });
  const ratio = parseRate(best.rate);
  assert(ratio, `stored rate ${best.rate} is a positive decimal`);
  return accept({ rate: best, ratio: best.base === from ? ratio : { num: ratio.den, den: ratio.num } });
}

/** An exact rate with the dated rates that made it. */
export type CrossRate = { readonly ratio: Ratio; readonly rates: readonly ExchangeRate[] };

/**
 * What one unit of `from` is in units of `to`: the latest rates on or before `day`, at most 35 days old, through CNY, exact.
 * Refuses with `rate_missing` or `rate_stale` naming the currency.
 */
export function crossRate(
  from: Currency,
  to: Currency,
  { rates, day }: { readonly rates: readonly ExchangeRate[]; readonly day: LocalDate },
): Result<CrossRate, RateRefusal> {
  const used: ExchangeRate[] = [];
  let num = 1n;
  let den = 1n;
  if (from === to) return accept({ ratio: { num, den }, rates: used });
  if (from !== BASE_CURRENCY) {
    const found = toBase(from, rates, day);
    if (!found.ok) return found;
    used.push(found.value.rate);
    num *= found.value.ratio.num;
    den *= found.value.ratio.den;
  }
  if (to !== BASE_CURRENCY) {
    const found = toBase(to, rates, day);
    if (!found.ok) return found;
    used.push(found.value.rate);
    num *= found.value.ratio.den;
    den *= found.value.ratio.num;
  }
  return accept({ ratio: { num, den }, rates: used });
}

/**
 * Converts at the latest rate on or before `day`, at most 35 days old, through CNY, rounded once half to even.
 * Refuses with `rate_missing` or `rate_stale` naming the currency; nothing is ever converted silently.
 */
export function convert(
  amount: Money,
  to: Currency,
  rates: readonly ExchangeRate[],
  day: LocalDate,
): Result<Converted, RateRefusal> {
  if (amount.currency === to) return accept({ amount, rates: [] });
  const cross = crossRate(amount.currency, to, { rates, day });
  if (!cross.ok) return cross;
  const { num, den } = inMinorUnits(cross.value.ratio, amount.currency, to);
  const minor = divideHalfEven(amount.minor * num, den);
  return isStorable(minor)
    ? accept({ amount: money(minor, to), rates: cross.value.rates })
    : refuse("amount_too_large");
}

/** The source that rates and figures of the demo market name; screens say it in the reader's language. */
export const DEMO_ESTIMATE = "demo estimate";
