import { basisPointsOf, type Currency, type Money, money, sumByCurrency } from "../shared/money";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { LocalDate } from "../shared/time";

/** Who pays a fee of the operator. */
export const FEE_PAYERS = ["buyer", "provider"] as const;
export type FeePayer = (typeof FEE_PAYERS)[number];

/** What a fee is charged on, and whether it is a share of that or an amount each time. */
export const FEE_BASES = { order_price: "share", order: "amount", listing_month: "amount" } as const;
export type FeeBasis = keyof typeof FEE_BASES;
export const FEE_BASIS_NAMES = Object.keys(FEE_BASES) as readonly FeeBasis[] as readonly [FeeBasis, ...FeeBasis[]];

/** The greatest share that is taken, in basis points: a fifth. More is a slip of the pen. */
export const FEE_BPS_MAX = 2_000;

export type FeeRate =
  | { readonly kind: "share"; readonly shareBps: number }
  | { readonly kind: "amount"; readonly amount: Money };

/** A fee as it holds from a day of the market's zone on. */
export type Fee = {
  readonly payer: FeePayer;
  readonly basis: FeeBasis;
  readonly rate: FeeRate;
  readonly validFrom: LocalDate;
};

const isFree = ({ rate }: Pick<Fee, "rate">): boolean =>
  rate.kind === "share" ? rate.shareBps === 0 : rate.amount.minor === 0n;

const isSameRate = (one: FeeRate, other: FeeRate): boolean => {
  if (one.kind === "share") return other.kind === "share" && one.shareBps === other.shareBps;
  return (
    other.kind === "amount" && one.amount.minor === other.amount.minor && one.amount.currency === other.amount.currency
  );
};

const slotOf = ({ payer, basis }: Pick<Fee, "payer" | "basis">): string => `${payer} ${basis}`;

/** The row of each payer and basis that holds on a day: the latest one that has begun, of one day the one that comes first. Rows come in the order of their entry, the latest first. */
export function rowsOn<F extends Fee>(rows: readonly F[], day: LocalDate): F[] {
  const held = new Map<string, F>();
  for (const row of rows.filter(({ validFrom }) => validFrom <= day)) {
    const other = held.get(slotOf(row));
    if (!other || row.validFrom > other.validFrom) held.set(slotOf(row), row);
  }
  return [...held.values()];
}

/** What is charged on a day: rows that hold, without those that say that nothing is. */
export const feesOn = <F extends Fee>(rows: readonly F[], day: LocalDate): F[] =>
  rowsOn(rows, day).filter((row) => !isFree(row));

export type FeeRefusal = Refusal<"fee_in_past" | "fee_unchanged">;

/**
 * Whether a fee may be entered: from today on or later, since nobody is told today what was owed yesterday, and not what holds then anyway. Nothing
 * is taken for free where no row holds.
 */
export function checkNewFee(fee: Fee, rows: readonly Fee[], today: LocalDate): Result<void, FeeRefusal> {
  if (fee.validFrom < today) return refuse("fee_in_past");
  const then = rowsOn(rows, fee.validFrom).find((row) => slotOf(row) === slotOf(fee));
  const isSame = then ? isSameRate(then.rate, fee.rate) : isFree(fee);
  return isSame ? refuse("fee_unchanged") : accept(undefined);
}

export type ExampleLine<F extends Fee> = { readonly fee: F; readonly amount: Money };

/** What the fees come to for one order of a price, and for a month of one listing: each line, and the sums, one a currency. */
export function exampleOf<F extends Fee>(fees: readonly F[], price: Money) {
  const lines = fees.map(
    (fee): ExampleLine<F> => ({
      fee,
      amount: fee.rate.kind === "share" ? basisPointsOf(price, fee.rate.shareBps) : fee.rate.amount,
    }),
  );
  return { lines, totals: sumByCurrency(lines.map(({ amount }) => amount)) };
}

/** A row's two columns of rate as one value; null where they say nothing. */
export function rateOf(row: {
  readonly shareBps: number | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
}): FeeRate | null {
  if (row.shareBps !== null) return { kind: "share", shareBps: row.shareBps };
  if (row.amountMinor === null || row.currency === null) return null;
  return { kind: "amount", amount: money(row.amountMinor, row.currency as Currency) };
}
