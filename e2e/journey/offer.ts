import { type Currency, minorDigits } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/vocabulary";
import type { Asked } from "./asked";
import type { Typed } from "./typed";

/** A charge line as it is typed, with what the server has to make of it: minor units, computed here from the request's own numbers. */
export type Line = {
  readonly code: string;
  readonly basis: string;
  readonly price: string;
  readonly minimum?: string;
  /** As pages write it; null where it is due only on use, and empty for a share. */
  readonly quantity: string | null;
  readonly amountMinor: bigint | null;
  readonly isPassThrough?: true;
};

const TENTHS = 10n;
const BPS_PER_WHOLE = 10_000n;

const half = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor);

/** As a person types it: whole units, and the small ones where the currency has them. */
export function decimal(minor: bigint, currency: Currency): string {
  const digits = minorDigits(currency);
  const text = minor.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

type Priced = { readonly code: string; readonly basis: string; readonly minor: bigint };

/** Lines of one currency. */
export const linesIn = (currency: Currency) => ({
  /** A price for each of a quantity that the request gives, in tenths. */
  each: ({ code, basis, minor }: Priced, tenths: number): Line => ({
    code,
    basis,
    price: decimal(minor, currency),
    quantity: String(tenths / Number(TENTHS)),
    amountMinor: half(minor * BigInt(tenths), TENTHS),
  }),
  /** A price that is due only if it comes to it. */
  onUse: ({ code, basis, minor }: Priced): Line => ({
    code,
    basis,
    price: decimal(minor, currency),
    quantity: null,
    amountMinor: null,
  }),
});

type Share = { readonly code: string; readonly basis: string; readonly bps: number; readonly of: bigint };

/** A share in basis points of an amount; typed as a percentage. */
export function share({ code, basis, bps, of }: Share, minimumMinor = 0n): Line {
  const amount = half(of * BigInt(bps), BPS_PER_WHOLE);
  return {
    code,
    basis,
    price: String(bps / 100),
    ...(minimumMinor > 0n ? { minimum: decimal(minimumMinor, "CNY") } : {}),
    quantity: "",
    amountMinor: amount > minimumMinor ? amount : minimumMinor,
  };
}

/** A bid as it is typed. */
export type Offer = {
  readonly service: Service;
  readonly currency: Currency;
  readonly lines: readonly Line[];
  /** Null where its terms promise hours, which count in place of the days. */
  readonly days: readonly [string, string] | null;
  readonly terms: Asked;
  /** Who does what the bidder cannot do itself, by the full names of the fields. */
  readonly subcontractors?: Typed;
};

export const totalOf = ({ lines }: Offer): bigint =>
  lines.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0n), 0n);

const TOLD_DIGITS = 7;

/** Every amount of the offers whose whole part is long enough to be known again wherever it stands, as it is typed. */
export const amountsOf = (...offers: readonly Offer[]): string[] =>
  offers.flatMap((offer) => {
    const { currency, lines } = offer;
    const prices = lines.filter(({ quantity }) => quantity !== "").map(({ price }) => price);
    const amounts = lines.flatMap(({ amountMinor }) => (amountMinor === null ? [] : [decimal(amountMinor, currency)]));
    return [...new Set([...prices, ...amounts, decimal(totalOf(offer), currency)])].filter(
      (amount) => (amount.split(".")[0] as string).length >= TOLD_DIGITS,
    );
  });

/**
 * A price in minor units from whole ones of which the lane's own part is added, so that it stands nowhere else in the market: where
 * such an amount is found, this bid was told. Small units come along where the currency has them.
 */
export const priceIn =
  (currency: Currency, mark: number) =>
  (wholeUnits: number, smallUnits: number): bigint =>
    minorDigits(currency) === 0
      ? BigInt(wholeUnits + mark * 101_011)
      : BigInt(wholeUnits + mark * 101_011) * 100n + BigInt(smallUnits);
