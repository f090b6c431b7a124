import { accept, assert, type Refusal, refuse, type Result } from "./result";

/** Exact division rounded half to even, the rule for converted money. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, "division by a positive number");
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const whole = size / denominator;
  const twice = (size % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/** Exact division rounded half away from zero, the rule for charges. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, "division by a positive number");
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const rounded = (size * 2n + denominator) / (denominator * 2n);
  return negative ? -rounded : rounded;
}

/** ISO 4217 codes that the market trades in. */
export const CURRENCIES = ["CNY", "USD", "EUR", "VND", "KZT", "RUB", "UZS", "KGS", "MNT", "THB", "LAK", "MMK"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Exact money: whole minor units (fen, cents, tiyn) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

// SQLite hands integers back as doubles, so nothing larger is ever stored.
export const MINOR_MAX = 2n ** 53n - 1n;

/** Decimal places by ISO 4217; a test holds them to the list that is published. */
const DIGITS: ReadonlyMap<string, number> = new Map(
  CURRENCIES.map((currency) => [currency, currency === "VND" ? 0 : 2]),
);

export const isCurrency = (text: string): text is Currency => DIGITS.has(text);

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

export type AmountRefusal = Refusal<"amount_malformed" | "amount_too_precise" | "amount_too_large">;

// Space, no-break space, narrow no-break space and apostrophes group thousands in one locale or another.
const GROUPING = /[\s\u00A0\u202F'’]/g;

/** Brings `1 250,00`, `1,250.00`, `1.250,00` and `1250` to one form with a point; null when the text is no amount. */
function normalise(text: string): string | null {
  const bare = text.trim().normalize("NFKC").replace(GROUPING, "");
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const separators = [...bare.matchAll(/[.,]/g)];
  const last = separators.at(-1);
  if (!last) return bare;
  const kinds = new Set(separators.map((match) => match[0]));
  const fraction = bare.slice(last.index + 1);
  const groupsOfThree = /^\d{1,3}([.,]\d{3})+$/.test(bare);
  // One kind of separator before groups of three can only be grouping when it repeats, or is a comma as in 1,250.
  const isGrouping = kinds.size === 1 && groupsOfThree && (separators.length > 1 || last[0] === ",");
  if (isGrouping) return bare.replace(/[.,]/g, "");
  if (kinds.size === 1 && separators.length > 1) return null;
  const whole = bare.slice(0, last.index);
  if (kinds.size === 2 && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  if (kinds.size === 2 && whole.includes(last[0])) return null;
  return `${whole.replace(/[.,]/g, "")}.${fraction}`;
}

/** Whether a text is an amount of some currency, whichever it is. */
export const isAmount = (text: string): boolean => normalise(text) !== null;

/** Reads what a person typed as an amount of `currency`. Refuses what is no number, finer than the minor unit, or beyond 2^53−1 units. */
export function parseAmount(text: string, currency: Currency): Result<Money, AmountRefusal> {
  const plain = normalise(text);
  if (plain === null) return refuse("amount_malformed");
  const [whole = "0", fraction = ""] = plain.split(".");
  const digits = minorDigits(currency);
  // Three places are a thousand to whoever writes "1.250" for 1250, and no price has them otherwise.
  const isGroup = fraction.length === 3 && digits < 3;
  if (isGroup || fraction.replace(/0+$/, "").length > digits) return refuse("amount_too_precise", { digits });
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return isStorable(minor) ? accept(money(minor, currency)) : refuse("amount_too_large");
}
