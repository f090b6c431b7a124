import type { Instant, LocalDate } from "../../shared/time";
import { type Money, toDecimal } from "../../shared/money";
import { readWireMoney, toWireMoney, type WireMoney } from "../../shared/wire-fields";
import { accept, checkAll, type Refusal, refuse, type Result } from "../../shared/result";
import { type Funds, type FundsReturn, leftMinor, type Receipt, receivedMinor, remainingMinor } from "./funds";
import type { PaymentSpec } from "./spec";

/** The last step of a payment: its papers, and with them the account of its money. */
export const CLOSING_STEP = "control_documents_delivered";

/** What the buyer may say of it: held for the next instalment, or returned. */
export const SURPLUS_ANSWERS = ["keep", "return"] as const;

/** What has become of the money above what was asked for. */
export type SurplusState = "open" | "asked" | "declined" | "kept";

/** Whether a surplus waits for the provider, for the buyer's word, or is held with it; null where there is none. */
export function surplusState({ surplus, kept }: Pick<Funds, "surplus" | "kept">): SurplusState | null {
  if (!surplus) return null;
  if (!kept) return "open";
  if (kept.answeredAt === null) return "asked";
  return kept.isAgreed ? "kept" : "declined";
}

/** Whether an order has another instalment against which a surplus can be held: the balance after a deposit, or another payout. */
export const hasNextInstalment = ({
  depositPercent = 100,
  payouts = 1,
}: Pick<PaymentSpec, "depositPercent" | "payouts">): boolean => depositPercent < 100 || payouts > 1;

/** Whether the buyer can still be asked to have a surplus held: it was not asked yet, and another instalment follows. */
export const mayBeKept = (
  funds: Pick<Funds, "surplus" | "kept">,
  spec: Pick<PaymentSpec, "depositPercent" | "payouts"> | null,
): boolean => surplusState(funds) === "open" && spec !== null && hasNextInstalment(spec);

/** Refuses the papers that close a payment while a surplus is neither returned nor kept with the buyer's word. */
export function checkSettled(
  funds: Funds | undefined,
  spec: Pick<PaymentSpec, "depositPercent" | "payouts"> | null,
): Result<void, Refusal<"surplus_unsettled">> {
  const { surplus } = funds ?? {};
  if (!funds || !surplus || surplusState(funds) === "kept") return accept(undefined);
  return refuse("surplus_unsettled", {
    ...{ currency: surplus.currency, surplus: toDecimal(readWireMoney(surplus)) },
    mayKeep: mayBeKept(funds, spec),
  });
}

export type ReturnTold = {
  readonly amount: Money;
  readonly valueDate: LocalDate;
  readonly reference: string;
  readonly recordedAt: Instant;
};

export type FundsReturnRefusal = Refusal<
  "no_surplus" | "funds_currency" | "return_above_surplus" | "value_date_in_future" | "value_date_before_credit"
>;

/** Refuses a return that its bank can have debited on no such day: one to come, or one before the money was there. */
export const checkReturnDay = (
  { valueDate }: Partial<Pick<ReturnTold, "valueDate">>,
  { receipt, today }: { readonly receipt: Pick<Receipt, "valueDate">; readonly today: LocalDate },
): Result<void, Refusal<"value_date_in_future" | "value_date_before_credit">> => {
  if (valueDate === undefined) return accept(undefined);
  if (valueDate > today) return refuse("value_date_in_future", { field: "valueDate" });
  return valueDate < receipt.valueDate
    ? refuse("value_date_before_credit", { field: "valueDate", credited: receipt.valueDate })
    : accept(undefined);
};

/** The credits once this one was returned, in whole or in part. */
export const withReturn = (
  receipts: readonly Receipt[],
  receipt: Receipt,
  { amount, ...told }: ReturnTold,
): readonly Receipt[] => {
  const returned: FundsReturn = { amount: toWireMoney(amount), ...told };
  return receipts.map((one) => (one === receipt ? { ...one, returns: [...(one.returns ?? []), returned] } : one));
};

/** By whom a surplus came in, which is who paid last, and how much of it there is; refuses `no_surplus`. */
function openSurplus({ receipts, surplus }: Pick<Funds, "receipts" | "surplus">) {
  const receipt = receipts.findLast((one) => leftMinor(one) > 0n);
  return surplus && receipt ? accept({ receipt, most: readWireMoney(surplus) }) : refuse("no_surplus");
}

/** What is refused of the return of a surplus, as far as it could be read, all at once: see `returnSurplus`. */
export function checkSurplusReturn(
  funds: Pick<Funds, "receipts" | "surplus">,
  told: Partial<Pick<ReturnTold, "amount" | "valueDate">>,
  today: LocalDate,
): Result<void, FundsReturnRefusal> {
  const open = openSurplus(funds);
  if (!open.ok) return open;
  const { receipt, most } = open.value;
  return checkAll<FundsReturnRefusal>([
    told.amount ? checkReturned(told.amount, most) : accept(undefined),
    checkReturnDay(told, { receipt, today }),
  ]);
}

function checkReturned(
  { minor, currency }: Money,
  most: Money,
): Result<void, Refusal<"funds_currency" | "return_above_surplus">> {
  const figures = { field: "amount", currency: most.currency };
  if (currency !== most.currency) return refuse("funds_currency", figures);
  if (minor <= most.minor) return accept(undefined);
  return refuse("return_above_surplus", { ...figures, surplus: toDecimal(most) });
}

/**
 * The credits once a surplus, or a part of it, went back to whoever paid last, by whom it is too much. Refuses where there is none (`no_surplus`),
 * another currency than came in, more than the surplus (`return_above_surplus`), and a value date to come or before that of the credit.
 */
export function returnSurplus(
  funds: Funds,
  told: ReturnTold,
  today: LocalDate,
): Result<readonly Receipt[], FundsReturnRefusal> {
  const checked = checkSurplusReturn(funds, told, today);
  if (!checked.ok) return checked;
  const open = openSurplus(funds);
  return open.ok ? accept(withReturn(funds.receipts, open.value.receipt, told)) : open;
}

export type KeepRefusal = Refusal<"no_surplus" | "no_next_instalment">;

/** The question to the buyer whether a surplus is held for the next instalment; asked once, and only where there is one. */
export function askToKeep(
  funds: Funds,
  spec: Pick<PaymentSpec, "depositPercent" | "payouts"> | null,
  askedAt: Instant,
): Result<Funds, KeepRefusal> {
  if (surplusState(funds) !== "open") return refuse("no_surplus");
  if (!spec || !hasNextInstalment(spec)) return refuse("no_next_instalment");
  return accept({ ...funds, kept: { askedAt, answeredAt: null, isAgreed: null } });
}

/** The buyer's word on that question: the surplus is kept, or is to be returned. */
export function answerKeeping(
  funds: Funds,
  isAgreed: boolean,
  answeredAt: Instant,
): Result<Funds, Refusal<"no_surplus">> {
  const { kept } = funds;
  if (!kept || surplusState(funds) !== "asked") return refuse("no_surplus");
  return accept({ ...funds, kept: { ...kept, answeredAt, isAgreed } });
}

/** The account of an order's money, in the payer's currency: received = sent + fees + returned + held, to the minor unit. */
export type FundsBalance = {
  readonly received: WireMoney;
  /** What is with the payee or on its way. */
  readonly sent: WireMoney;
  /** What of the payment itself was not sent on: fees and costs that the provider withheld. */
  readonly fees: WireMoney;
  readonly returned: WireMoney;
  /** What the provider's account holds: all of it before it is sent, the surplus after. */
  readonly held: WireMoney;
};

/**
 * The account of funds, of which `sentMinor` (payer's currency) is with the payee or on its way; null before anything is. `heldMinor` is what is still
 * held of money that came back from the bank and goes back to whoever paid, where it does.
 */
export function balanceOf(
  { receipts, refunds = [], surplus }: Funds,
  sentMinor: bigint | null,
  heldMinor: bigint | null = null,
): FundsBalance | null {
  const currency = receipts[0]?.amount.currency;
  if (!currency) return null;
  const received = receivedMinor(receipts);
  const refundedMinor = refunds.reduce((all, { counted }) => all + BigInt(counted.minor), 0n);
  const remaining = remainingMinor(receipts) - refundedMinor;
  const held = heldMinor ?? (sentMinor === null ? remaining : BigInt(surplus?.minor ?? 0));
  const sent = sentMinor ?? 0n;
  const shown = (minor: bigint): WireMoney => toWireMoney({ minor, currency });
  return {
    received: shown(received),
    sent: shown(sent),
    fees: shown(remaining - held - sent),
    returned: shown(received - remaining),
    held: shown(held),
  };
}
