import { lockEnd } from "../services/payment/due";
import { accept, assert, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import { type CrossRate, inMinorUnits, parseRate, type Ratio } from "../shared/exchange-rate";
import { DAY_MS, type Instant, type LocalDate, toIso } from "../shared/time";
import { type Currency, divideHalfEven, isStorable, type Money, money } from "../shared/money";

/** A rate that holds from one moment to another: 1 `base` is `rate` of the payment's other currency. */
export type RateLock = {
  readonly id: string;
  readonly number: number;
  readonly base: Currency;
  readonly rate: string;
  readonly lockedAt: Instant;
  /** From this very millisecond on it holds no more. */
  readonly expiresAt: Instant;
  /** Worse for the buyer than what was agreed: it holds only once the buyer has taken it. */
  readonly needsConfirmation: boolean;
  readonly confirmedAt: Instant | null;
  /** That the next lock ended it before the buyer had taken it. */
  readonly isReplaced?: true;
};

export const LOCK_DAYS_MAX = 30;

export type LockRefusal = Refusal<
  | "no_exchange"
  | "pair_differs"
  | "rate_malformed"
  | "lock_expiry_missing"
  | "lock_too_short"
  | "lock_too_long"
  | "lock_stands"
  | "rate_off_market"
>;

/** What of the contract a lock is held to. */
export type LockTerms = {
  readonly payerCurrency: Currency;
  readonly payeeCurrency: Currency;
  /** How long the bid holds a rate; null where neither bid nor request says. */
  readonly promisedMinutes: number | null;
  /** What one unit of the payer's currency is in the payee's by the contract (`contractRateOf`); null where nothing says. */
  readonly contractRate: Ratio | null;
  /** The market's of the day of the lock; null where it has none. */
  readonly marketMid: CrossRate | null;
  readonly locks: readonly RateLock[];
};

/** Rates are written with six figures, so that of two roundings of one rate neither is worse: a tenth of a basis point, in parts of 100,000. */
const ROUNDING_PARTS = 100_000n;

/**
 * The rate that a lock is held to. A bid that states a rate has agreed that one. Another has agreed its spread, which is a charge of its own, on
 * the market's mid rate: that of the day of the lock, so that a move of the market is no worse rate. Without either it is the first lock's.
 */
export function contractRateOf({
  stated,
  marketMid,
  firstLock,
}: Readonly<Record<"stated" | "marketMid" | "firstLock", Ratio | null>>): Ratio | null {
  if (stated) return stated;
  if (!marketMid) return firstLock;
  return { num: marketMid.num * (ROUNDING_PARTS - 1n), den: marketMid.den * ROUNDING_PARTS };
}

type Asked = {
  readonly base: Currency;
  readonly rate: string;
  readonly lockedAt: Instant;
  readonly expiresAt: Instant | null;
};

/** What one unit of the payer's currency is in the payee's. Null where the text is no rate. */
export function payeePerPayer(of: { readonly base: Currency; readonly rate: string }, payer: Currency): Ratio | null {
  const ratio = parseRate(of.rate);
  if (!ratio) return null;
  return of.base === payer ? ratio : { num: ratio.den, den: ratio.num };
}

/**
 * What of a payer's money goes on its way once it is exchanged by a rate: whole minor units of the payee's currency, rounded once, half to
 * even, as every conversion of the market is. Money in another currency than the payer's stays as it is, and so does what would be more than
 * an amount can hold.
 */
export function exchangedBy(
  amount: Money,
  lock: Pick<RateLock, "base" | "rate">,
  { payerCurrency, payeeCurrency }: Pick<LockTerms, "payerCurrency" | "payeeCurrency">,
): Money {
  const perPayer = payeePerPayer(lock, payerCurrency);
  if (amount.currency !== payerCurrency || !perPayer) return amount;
  return exchangedAt(amount, perPayer, payeeCurrency);
}

/** The same at a rate that is known, of one unit of the amount's currency. */
export function exchangedAt(amount: Money, perPayer: Ratio, payeeCurrency: Currency): Money {
  const { currency: payerCurrency } = amount;
  const { num, den } = inMinorUnits(perPayer, payerCurrency, payeeCurrency);
  const minor = divideHalfEven(amount.minor * num, den);
  return isStorable(minor) ? money(minor, payeeCurrency) : amount;
}

/** The least of the payer's currency that is the whole of a due amount in the payee's at a rate: rounded up to a minor unit of it. */
export function leastPaid(due: Money, perPayer: Ratio, payerCurrency: Currency): Money {
  const { num, den } = inMinorUnits(perPayer, payerCurrency, due.currency);
  return money((due.minor * den + num - 1n) / num, payerCurrency);
}

/** The one that a lock has for a base is written with as many figures as banks write. */
const FIGURES = 6;
const PARTS = 10n ** 12n;

/** A rate in decimal digits, of one unit of the base that was asked for. */
export function rateFigures(perPayer: Ratio, base: Currency, payer: Currency): string {
  const { num, den } = base === payer ? perPayer : { num: perPayer.den, den: perPayer.num };
  return String(Number((Number((num * PARTS) / den) / Number(PARTS)).toPrecision(FIGURES)));
}

const TENTHS_PER_WHOLE = 100_000n;

/** By how many basis points of `than` a rate gives the payee more, or less (negative), to a tenth of one, half to even. */
export const bpsAbove = (rate: Ratio, than: Ratio): number =>
  Number(divideHalfEven((rate.num * than.den - than.num * rate.den) * TENTHS_PER_WHOLE, than.num * rate.den)) / 10;

/** A rate that is further off the market's mid is a slip: a digit, or the other currency of the pair. Our choice. */
export const OFF_MARKET_PERCENT_MAX = 5;

/** The day of a rate: of the older one where two made it. */
export const dayOfMid = ({ rates }: CrossRate): LocalDate | null => rates.map(({ day }) => day).sort()[0] ?? null;

/** A lock as far as it could be read: what could not is undefined, and an end that was not given is null. */
type AskedSoFar = { readonly [name in keyof Asked]?: Asked[name] | undefined };

const isOfPair = ({ payerCurrency, payeeCurrency }: LockTerms, base: Currency): boolean =>
  base === payerCurrency || base === payeeCurrency;

function checkPair(terms: LockTerms, { base }: AskedSoFar): Result<void, Refusal<"pair_differs">> {
  const { payerCurrency, payeeCurrency } = terms;
  if (base === undefined || isOfPair(terms, base)) return accept(undefined);
  return refuse("pair_differs", { field: "base", payerCurrency, payeeCurrency });
}

/**
 * Refuses a text that is no rate, and a rate that is further off the market's mid than its spread or a day's move can make it; of the latter it
 * knows nothing where the market has no rate or the pair is another.
 */
function checkRate(
  terms: LockTerms,
  { base, rate }: AskedSoFar,
): Result<void, Refusal<"rate_malformed" | "rate_off_market">> {
  const { payerCurrency, payeeCurrency, marketMid } = terms;
  if (rate === undefined) return accept(undefined);
  if (!parseRate(rate)) return refuse("rate_malformed", { field: "rate" });
  const perPayer = base && isOfPair(terms, base) ? payeePerPayer({ base, rate }, payerCurrency) : null;
  if (!base || !perPayer || !marketMid) return accept(undefined);
  const off = Math.abs(bpsAbove(perPayer, marketMid.ratio));
  if (off <= OFF_MARKET_PERCENT_MAX * 100) return accept(undefined);
  return refuse("rate_off_market", {
    ...{ field: "rate", base, quote: base === payerCurrency ? payeeCurrency : payerCurrency, rate },
    ...{ market: rateFigures(marketMid.ratio, base, payerCurrency), day: dayOfMid(marketMid) ?? "" },
    percent: OFF_MARKET_PERCENT_MAX,
  });
}

const isLess = (a: Ratio, b: Ratio): boolean => a.num * b.den < b.num * a.den;

/** Whether the lock holds at that moment: from its first millisecond up to and without the one at which it expires. */
export const isLive = ({ lockedAt, expiresAt }: RateLock, at: Instant): boolean => lockedAt <= at && at < expiresAt;

/** Whether the buyer has had to take it, and has not. */
export const isUnconfirmed = ({ needsConfirmation, confirmedAt }: RateLock): boolean =>
  needsConfirmation && confirmedAt === null;

/** The locks of one payment as they hold, the oldest first: one that the buyer has yet to take ends when the next is locked. */
export const endedByNext = <Lock extends RateLock>(locks: readonly Lock[]): Lock[] =>
  locks.map((lock, at) => {
    const next = locks[at + 1];
    return next && isUnconfirmed(lock) && next.lockedAt < lock.expiresAt
      ? { ...lock, expiresAt: next.lockedAt, isReplaced: true }
      : lock;
  });

const HOUR_MINUTES = 60;

/** A lock's time as people say it: in hours where it is whole ones, which are 0 of any other. */
const promisedTime = (minutes: number) => ({
  minutes,
  hours: minutes % HOUR_MINUTES === 0 ? minutes / HOUR_MINUTES : 0,
});

/** When a lock ends; null of one that could not be read so far. */
function endOf(
  { promisedMinutes }: LockTerms,
  { lockedAt, expiresAt }: AskedSoFar,
): Result<Instant | null, Refusal<"lock_expiry_missing" | "lock_too_short" | "lock_too_long">> {
  const field = "expiresAt";
  const promised = promisedMinutes ?? 0;
  if (expiresAt === null && promised === 0) return refuse("lock_expiry_missing", { field });
  if (lockedAt === undefined || expiresAt === undefined) return accept(null);
  const least = lockEnd(lockedAt, promised);
  if (expiresAt === null) return accept(least);
  const heldMs = expiresAt - lockedAt;
  if (heldMs <= 0 || expiresAt < least) return refuse("lock_too_short", { field, ...promisedTime(promised) });
  return heldMs > LOCK_DAYS_MAX * DAY_MS ? refuse("lock_too_long", { field, days: LOCK_DAYS_MAX }) : accept(expiresAt);
}

function checkNoneStands({ locks }: LockTerms, { lockedAt }: AskedSoFar): Result<void, Refusal<"lock_stands">> {
  const standing = lockedAt && locks.find((lock) => !isUnconfirmed(lock) && isLive(lock, lockedAt));
  return standing ? refuse("lock_stands", { until: toIso(standing.expiresAt) }) : accept(undefined);
}

/**
 * What is refused of a lock as far as it could be read, all at once: a payment that exchanges nothing, another pair, a text that is no rate, a rate
 * far off the market's, a second lock while one holds that can be used, and an end before the one that was promised.
 */
export function checkLock(terms: LockTerms, asked: AskedSoFar): Result<void, LockRefusal> {
  const { payerCurrency, payeeCurrency } = terms;
  if (payerCurrency === payeeCurrency) return refuse("no_exchange", { currency: payerCurrency });
  return checkAll<LockRefusal>([
    checkPair(terms, asked),
    checkRate(terms, asked),
    checkNoneStands(terms, asked),
    endOf(terms, asked),
  ]);
}

/**
 * Until when a new lock holds, and whether the buyer has to take it because it is worse than the contract's rate. The bid's lock period (`lockEnd`) is
 * the least: longer is allowed, shorter refused (`lock_too_short`); where nothing is promised an end has to be given. Refuses what `checkLock` does.
 */
export function lockRate(
  terms: LockTerms,
  asked: Asked,
): Result<{ readonly expiresAt: Instant; readonly needsConfirmation: boolean }, LockRefusal> {
  const checked = checkLock(terms, asked);
  if (!checked.ok) return checked;
  const { contractRate, payerCurrency } = terms;
  const [rate, end] = [payeePerPayer(asked, payerCurrency), endOf(terms, asked)];
  assert(rate && end.ok && end.value !== null, "a lock that is not refused has a rate and an end");
  return accept({ expiresAt: end.value, needsConfirmation: contractRate !== null && isLess(rate, contractRate) });
}

export type UnderLockRefusal = Refusal<"lock_missing" | "lock_unconfirmed" | "lock_expired">;

/**
 * The lock under which money may move at that moment. Refuses `lock_missing` where no rate was ever locked, `lock_unconfirmed` while the
 * buyer has not taken a worse one, and `lock_expired` with the latest end: then the rate is quoted again.
 */
export function underLock(locks: readonly RateLock[], at: Instant): Result<RateLock, UnderLockRefusal> {
  const live = locks.filter((lock) => isLive(lock, at));
  const usable = live.find((lock) => !isUnconfirmed(lock));
  if (usable) return accept(usable);
  if (live.length > 0) return refuse("lock_unconfirmed");
  const ends = locks.map(({ expiresAt }) => expiresAt).filter((end) => end <= at);
  return ends.length > 0
    ? refuse("lock_expired", { expiredAt: toIso(Math.max(...ends) as Instant) })
    : refuse("lock_missing");
}

/** Steps of a payment at which money is bound to a rate. */
const MOVES_MONEY = ["funds_received", "sent"];

export const needsLock = (code: string): boolean => MOVES_MONEY.includes(code);

/** A rate of the bid's own, or the market's mid rate of the day on which a rate is locked. */
export type AgreedRate = Pick<RateLock, "base" | "rate"> | "market";

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
