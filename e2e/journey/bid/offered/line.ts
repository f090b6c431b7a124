import { type Currency, minorDigits } from "@/domain/shared/money";

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
