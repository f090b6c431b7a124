import { accept, assert, type Refusal, refuse, type Result } from "../shared/result";
import { BASE_CURRENCY, type ExchangeRate, parseRate } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";

/** A rate that differs so much from the last one is asked about again: rates are never changed once entered. */
export const RATE_JUMP_BPS = 1_000;

export type NewRate = Pick<ExchangeRate, "base" | "quote" | "rate" | "day">;

export type NewRateRefusal = Refusal<
  "rate_same_currency" | "rate_without_base" | "rate_in_future" | "rate_exists" | "rate_jumps"
>;

/** Units of CNY for one of the other currency, as an exact ratio. */
function inBase(rate: NewRate): { num: bigint; den: bigint } {
  const ratio = parseRate(rate.rate);
  assert(ratio, `rate ${rate.rate} is a positive decimal`);
  return rate.quote === BASE_CURRENCY ? ratio : { num: ratio.den, den: ratio.num };
}

/** How far `next` is from `last`, up or down, in basis points of `last`; both between CNY and the same currency. */
export function rateChangeBps(last: NewRate, next: NewRate): number {
  const [a, b] = [inBase(last), inBase(next)];
  const difference = b.num * a.den - a.num * b.den;
  return Number((difference * 10_000n) / (a.num * b.den));
}

/**
 * Whether an administrator may enter the rate. One pair has one rate a day, in whichever direction it is written, since
 * awards keep the rates they were compared at. Refuses a pair without CNY (every conversion goes through it), a day after
 * today in the market's zone, a second rate of the pair and day, and a rate more than 10 percent off the last one before
 * it unless it was confirmed.
 */
export function checkNewRate(
  rate: NewRate,
  known: { readonly sameDay: NewRate | null; readonly last: NewRate | null },
  when: { readonly today: LocalDate; readonly isConfirmed: boolean },
): Result<void, NewRateRefusal> {
  if (rate.base === rate.quote) return refuse("rate_same_currency");
  if (rate.base !== BASE_CURRENCY && rate.quote !== BASE_CURRENCY) return refuse("rate_without_base");
  if (rate.day > when.today) return refuse("rate_in_future", { today: when.today });
  const { sameDay, last } = known;
  if (sameDay)
    return refuse("rate_exists", { base: sameDay.base, quote: sameDay.quote, day: rate.day, rate: sameDay.rate });
  if (!last || when.isConfirmed) return accept(undefined);
  const changeBps = Math.abs(rateChangeBps(last, rate));
  if (changeBps <= RATE_JUMP_BPS) return accept(undefined);
  return refuse("rate_jumps", {
    base: last.base,
    quote: last.quote,
    rate: last.rate,
    day: last.day,
    percent: Math.floor(changeBps / 100),
  });
}
