import { inMinorUnits, type CrossRate, type Ratio } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/local-date";
import { type Currency, isStorable, type Money, money } from "../shared/money";
import { divideHalfEven } from "../shared/rounding";
import { bpsAbove, dayOfMid, payeePerPayer, rateFigures, type RateLock } from "./rate-lock";

/** What a buyer weighs before it takes a rate that is worse than agreed. Rates are of one unit of the lock's base. */
export type WorseRate = {
  /** What it is worse than: the rate that the bid states, the market's mid of the day of the lock, or the first lock. */
  readonly basis: "bid" | "market" | "first";
  readonly agreed: string;
  readonly market: {
    readonly rate: string;
    readonly day: LocalDate | null;
    readonly sources: readonly string[];
  } | null;
  /** What the bid charges apart for the exchange; null where it names no spread. */
  readonly spreadBps: number | null;
  /** By so many basis points of what was agreed, to a tenth of one. */
  readonly lessBps: number;
  /** What that comes to on the amount that the request names; null where it names none. */
  readonly loss: { readonly side: "payee_receives" | "payer_pays"; readonly given: Money; readonly by: Money } | null;
};

type Known = {
  readonly payerCurrency: Currency;
  readonly payeeCurrency: Currency;
  /** What the bid states, and what the first lock was at, of one unit of the payer's currency. */
  readonly stated: Ratio | null;
  readonly firstLock: Ratio | null;
  readonly marketMid: CrossRate | null;
  readonly spreadBps: number | null;
  readonly amount: Money | null;
};

function agreedOf({ stated, marketMid, firstLock }: Known) {
  if (stated) return { basis: "bid", ratio: stated } as const;
  if (marketMid) return { basis: "market", ratio: marketMid.ratio } as const;
  return firstLock && ({ basis: "first", ratio: firstLock } as const);
}

/** What the payee gets less of a payer's amount, or the payer pays more for a payee's, each side rounded half to even. */
function lossOf({ amount, payerCurrency, payeeCurrency }: Known, rate: Ratio, agreed: Ratio): WorseRate["loss"] {
  if (!amount) return null;
  const inPayees = (at: Ratio) => {
    const { num, den } = inMinorUnits(at, payerCurrency, payeeCurrency);
    return divideHalfEven(amount.minor * num, den);
  };
  const inPayers = (at: Ratio) => {
    const { num, den } = inMinorUnits(at, payerCurrency, payeeCurrency);
    return divideHalfEven(amount.minor * den, num);
  };
  const isPayers = amount.currency === payerCurrency;
  const minor = isPayers ? inPayees(agreed) - inPayees(rate) : inPayers(rate) - inPayers(agreed);
  if (!isStorable(minor)) return null;
  const side = isPayers ? "payee_receives" : "payer_pays";
  return { side, given: amount, by: money(minor, isPayers ? payeeCurrency : payerCurrency) };
}

/** By how much a lock is worse than what was agreed, and what that comes to; null where nothing was agreed to hold it to. */
export function worseRate(lock: Pick<RateLock, "base" | "rate">, known: Known): WorseRate | null {
  const { payerCurrency, marketMid, spreadBps } = known;
  const rate = payeePerPayer(lock, payerCurrency);
  const agreed = agreedOf(known);
  if (!rate || !agreed) return null;
  const figures = (of: Ratio) => rateFigures(of, lock.base, payerCurrency);
  return {
    ...{ basis: agreed.basis, agreed: figures(agreed.ratio), spreadBps, lessBps: -bpsAbove(rate, agreed.ratio) },
    market: marketMid && {
      ...{ rate: figures(marketMid.ratio), day: dayOfMid(marketMid) },
      sources: [...new Set(marketMid.rates.map(({ source }) => source))],
    },
    loss: lossOf(known, rate, agreed.ratio),
  };
}
