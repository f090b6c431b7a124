import type { Milestone } from "../orders/order";
import { type Funds, leftMinor, leftOf, type Receipt, remainingMinor } from "../services/payment/funds";
import { checkReturnDay, type ReturnTold, withReturn } from "../services/payment/surplus";
import { type Currency, divideHalfEven, type Money, money, toDecimal } from "../shared/money";
import { DAY_MS, type Instant, instant, later, type LocalDate } from "../shared/time";
import { accept, assert, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import type { LineState } from "../shared/vocabulary";
import { toWireMoney } from "../shared/wire-fields";
import type { RateLock } from "./rate-lock";
import { isToBeSent, type RemittanceState } from "./remittance";
import type { BorneCost } from "./return-cost";

/** The steps that say that the payer's money has left the provider's account. */
const LEFT: readonly string[] = ["sent", "received_by_payee"];

type CalledOff = {
  readonly state: LineState;
  readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[];
};

/** Whether all that is held of a payment goes back to whoever paid: its order was called off, and nothing is with the payee or on its way. */
export const goesBack = ({ state, milestones }: CalledOff, last: RemittanceState | null): boolean =>
  state === "cancelled" &&
  isToBeSent(last) &&
  milestones.every(({ code, occurredAt }) => !LEFT.includes(code) || occurredAt === null);

type Ended = { readonly cancelledAt: Instant | null };

/** A lock as it holds of its order: one that was called off ends it, where it would have held longer. */
export const lockOf = <Lock extends Pick<RateLock, "expiresAt">>({ cancelledAt }: Ended, lock: Lock): Lock =>
  cancelledAt !== null && cancelledAt < lock.expiresAt ? { ...lock, expiresAt: cancelledAt } : lock;

/**
 * By when the funds of an order that was called off are back, by the days of its bid, which run from then, or from when the bank had sent them back
 * where that was later; null where the bid says none.
 */
export const refundedBy = (
  { cancelledAt }: Ended,
  { returnDays, cameBackAt = null }: { readonly returnDays: number | undefined; readonly cameBackAt?: Instant | null },
): Instant | null =>
  cancelledAt === null || returnDays === undefined
    ? null
    : later(instant(Math.max(cancelledAt, cameBackAt ?? 0)), returnDays * DAY_MS);

/** The first credit of which something is still there; null where nothing is. */
const receiptToReturn = ({ receipts }: Pick<Funds, "receipts">): Receipt | null =>
  receipts.find((receipt) => leftMinor(receipt) > 0n) ?? null;

/** A sending that came back, as far as it says how much of it did and who bears what is missing. */
export type CameBack = {
  readonly amountMinor: bigint | null;
  readonly returnedMinor: bigint | null;
  readonly returnedCurrency: Currency | null;
  readonly costBorneBy: BorneCost["borneBy"];
  readonly costBasis: BorneCost["basis"] | null;
};

/** Money that goes back by one advice. */
export type Held = {
  /** Whole, in the currency in which it is held. */
  readonly amount: Money;
  /** What of the funds that is, in the payer's currency. */
  readonly counted: Money;
};

/** What the payer bears of what is missing of these sendings: all but what the provider bears by the bid or by its own word. */
const lostMinor = (sendings: readonly CameBack[]): bigint =>
  sendings.reduce((lost, { amountMinor, returnedMinor, costBorneBy, costBasis }) => {
    const isProviders = costBorneBy === "provider" && costBasis !== "open";
    return isProviders || amountMinor === null || returnedMinor === null ? lost : lost + amountMinor - returnedMinor;
  }, 0n);

/** What came back exchanged, all together; null where nothing did. Where nobody knows what was sent it is what came back last. */
function exchangedBack(sendings: readonly CameBack[], exchangedMinor: bigint, own: Currency): Held | null {
  const [first] = sendings;
  const last = sendings.at(-1);
  if (!first?.returnedCurrency || last?.returnedMinor == null) return null;
  const sent = first.amountMinor ?? last.returnedMinor;
  const minor = first.amountMinor === null ? sent : sent - lostMinor(sendings);
  const counted = sent > 0n ? divideHalfEven(exchangedMinor * minor, sent) : 0n;
  return { amount: money(minor, first.returnedCurrency), counted: money(counted, own) };
}

/**
 * What is held of a payment whose money came back from the bank, each currency for itself: what came back exchanged, and in the payer's currency the
 * rest of the funds (`remaining`, of which `exchangedMinor` was exchanged). What the returns have cost is off it, unless the provider bears that.
 */
export function heldOf(
  sendings: readonly CameBack[],
  { remaining, exchangedMinor }: { readonly remaining: Money; readonly exchangedMinor: bigint },
): readonly Held[] {
  const isOwn = ({ returnedCurrency }: CameBack) =>
    returnedCurrency === null || returnedCurrency === remaining.currency;
  const exchanged = exchangedBack(
    sendings.filter((one) => !isOwn(one)),
    exchangedMinor,
    remaining.currency,
  );
  const ownMinor = remaining.minor - (exchanged ? exchangedMinor : 0n) - lostMinor(sendings.filter(isOwn));
  const own = money(ownMinor, remaining.currency);
  return [...(exchanged ? [exchanged] : []), { amount: own, counted: own }].filter(({ amount }) => amount.minor > 0n);
}

/** Of what is held that of which nobody has said yet that it went back. */
export const stillHeld = (held: readonly Held[], { refunds = [] }: Pick<Funds, "refunds">): readonly Held[] =>
  held.filter(({ amount }) => refunds.every(({ heldIn }) => heldIn !== amount.currency));

/** What goes back next. */
export type NextReturn = Held & {
  /** Who gets it. */
  readonly remitters: readonly string[];
  /** Since when it is there. */
  readonly since: LocalDate;
  /** Whether it came back from the bank, and is no credit as it came in. */
  readonly isFromBank: boolean;
  readonly isLast: boolean;
};

/** The next credit that goes back of a payment of which nothing was sent; null where none is left. */
export function nextCredit(funds: Pick<Funds, "receipts">): NextReturn | null {
  const receipt = receiptToReturn(funds);
  if (!receipt) return null;
  const amount = leftOf(receipt);
  const of = { remitters: [receipt.remitter], since: receipt.valueDate, isFromBank: false };
  return { amount, counted: amount, ...of, isLast: amount.minor === remainingMinor(funds.receipts) };
}

/** What goes back next of money that came back from the bank that day; null where all of it has. */
export function nextOfBank(
  funds: Pick<Funds, "receipts" | "refunds">,
  held: readonly Held[],
  since: LocalDate,
): NextReturn | null {
  const [next, ...others] = stillHeld(held, funds);
  const remitters = [...new Set(funds.receipts.map(({ remitter }) => remitter))];
  return next ? { ...next, remitters, since, isFromBank: true, isLast: others.length === 0 } : null;
}

/** Exchanged back, money is worth so many percent more or less than it was exchanged for; else it goes back as it came. */
const EXCHANGED_BACK_PERCENT_MAX = 10n;

export type RefundRefusal = Refusal<
  | "no_funds_to_return"
  | "return_not_whole"
  | "refund_currency"
  | "refund_far_off"
  | "value_date_in_future"
  | "value_date_before_credit"
>;

/** Whether an amount is what goes back: whole, or, of what came back exchanged, about what it was exchanged for, in the payer's currency. */
function checkAmount(
  told: Money | undefined,
  { amount, counted }: Held,
): Result<void, Refusal<"return_not_whole" | "refund_currency" | "refund_far_off">> {
  if (!told) return accept(undefined);
  const of = { field: "amount", currency: amount.currency };
  if (told.currency === amount.currency)
    return told.minor === amount.minor
      ? accept(undefined)
      : refuse("return_not_whole", { ...of, amount: toDecimal(amount) });
  const payerCurrency = counted.currency;
  if (told.currency !== payerCurrency) return refuse("refund_currency", { ...of, payerCurrency });
  const off = told.minor > counted.minor ? told.minor - counted.minor : counted.minor - told.minor;
  return off * 100n > counted.minor * EXCHANGED_BACK_PERCENT_MAX
    ? refuse("refund_far_off", {
        ...{ ...of, amount: toDecimal(amount), payerCurrency, counted: toDecimal(counted) },
        percent: Number(EXCHANGED_BACK_PERCENT_MAX),
      })
    : accept(undefined);
}

/** What is refused of the return of what goes back next, as far as it could be read, all at once. */
export function checkRefund(
  next: NextReturn | null,
  told: Partial<Pick<ReturnTold, "amount" | "valueDate">>,
  today: LocalDate,
): Result<void, RefundRefusal> {
  if (!next) return refuse("no_funds_to_return");
  return checkAll<RefundRefusal>([
    checkAmount(told.amount, next),
    checkReturnDay(told, { receipt: { valueDate: next.since }, today }),
  ]);
}

/**
 * The funds once what goes back next went back to whoever paid it, whole: a credit as it came in, or what came back from the bank, as it came back or
 * exchanged back into the payer's currency. Refuses `no_funds_to_return` where nothing is left, another amount (`return_not_whole`, or exchanged back
 * `refund_far_off`), a third currency (`refund_currency`), and a value date to come or before the money was there.
 */
export function refunded(
  funds: Funds,
  next: NextReturn | null,
  { today, ...told }: Omit<ReturnTold, "amount"> & { readonly amount?: Money | undefined; readonly today: LocalDate },
): Result<Funds, RefundRefusal> {
  const possible = checkRefund(next, told, today);
  if (!possible.ok) return possible;
  assert(next, "nothing that went back was refused");
  const { amount = next.amount, ...advice } = told;
  const receipt = receiptToReturn(funds);
  if (!next.isFromBank && receipt)
    return accept({ receipts: withReturn(funds.receipts, receipt, { ...advice, amount }), difference: null });
  const counted = amount.currency === next.counted.currency ? amount : next.counted;
  const refund = {
    ...advice,
    amount: toWireMoney(amount),
    heldIn: next.amount.currency,
    counted: toWireMoney(counted),
  };
  const refunds = [...(funds.refunds ?? []), refund];
  return accept(next.isLast ? { receipts: funds.receipts, difference: null, refunds } : { ...funds, refunds });
}
