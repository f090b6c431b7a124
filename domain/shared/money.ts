import { code as currencyRecord } from "currency-codes";
import { assert } from "./assert";
import { divideHalfUp } from "./rounding";

/** ISO 4217 codes that the market trades in. */
export const CURRENCIES = ["CNY", "USD", "EUR", "VND", "KZT", "RUB", "UZS", "KGS", "MNT", "THB", "LAK", "MMK"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Exact money: whole minor units (fen, cents, tiyn) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

// SQLite hands integers back as doubles, so nothing larger is ever stored.
export const MINOR_MAX = 2n ** 53n - 1n;

const DIGITS = new Map<Currency, number>(
  CURRENCIES.map((currency) => {
    const record = currencyRecord(currency);
    assert(record, `ISO 4217 knows ${currency}`);
    return [currency, record.digits];
  }),
);

export const isCurrency = (text: string): text is Currency => DIGITS.has(text as Currency);

/** Decimal places of the currency by ISO 4217 (not by Intl, which is wrong for 16 of them). */
export const minorDigits = (currency: Currency): number => DIGITS.get(currency) as number;

export const isStorable = (minor: bigint): boolean => minor >= -MINOR_MAX && minor <= MINOR_MAX;

export function money(minor: bigint, currency: Currency): Money {
  assert(isStorable(minor), "money within the storable range");
  return { minor, currency };
}

export const zero = (currency: Currency): Money => money(0n, currency);

export function add(a: Money, b: Money): Money {
  assert(a.currency === b.currency, "money of one currency");
  return money(a.minor + b.minor, a.currency);
}

export const sum = (parts: readonly Money[], currency: Currency): Money => parts.reduce(add, zero(currency));

/** The sums of the parts, one a currency, in the order in which the currencies come up; nothing is converted. */
export const sumByCurrency = (parts: readonly Money[]): Money[] =>
  [...Map.groupBy(parts, ({ currency }) => currency)].map(([currency, own]) => sum(own, currency));

/** `rateBps` hundredths of a percent of the amount, rounded half up to the minor unit. */
export const basisPointsOf = (whole: Money, rateBps: number): Money => {
  assert(Number.isSafeInteger(rateBps), "whole basis points");
  return money(divideHalfUp(whole.minor * BigInt(rateBps), 10_000n), whole.currency);
};

/** Splits without losing a unit: the remainder goes to the first shares, one unit each. */
export function allocate(whole: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((all, weight) => all + weight, 0n);
  assert(whole.minor >= 0n && total > 0n && weights.every((weight) => weight >= 0n), "weights can share a whole");
  const shares = weights.map((weight) => (whole.minor * weight) / total);
  let left = whole.minor - shares.reduce((all, share) => all + share, 0n);
  return shares.map((share) => money(left-- > 0n ? share + 1n : share, whole.currency));
}

/** The amount as plain decimal digits with a point, e.g. `1250.00`; for exports and form values. */
export function toDecimal({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = minor < 0n ? "-" : "";
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
