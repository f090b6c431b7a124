import type { Milestone } from "../orders/order";
import { type Funds, leftMinor, leftOf, type Receipt } from "../services/payment/funds";
import { checkReturnDay, type ReturnTold, withReturn } from "../services/payment/surplus";
import { DAY_MS, type Instant, later, type LocalDate } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { LineState } from "../shared/vocabulary";
import type { RateLock } from "./rate-lock";
import type { RemittanceState } from "./remittance";

/** The steps that say that the payer's money has left the provider's account. */
const LEFT: readonly string[] = ["sent", "received_by_payee"];

type CalledOff = {
  readonly state: LineState;
  readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[];
};

/** Whether all that came in for a payment goes back to whoever paid: its order was called off before anything was sent. */
export const goesBack = ({ state, milestones }: CalledOff, last: RemittanceState | null): boolean =>
  state === "cancelled" &&
  last === null &&
  milestones.every(({ code, occurredAt }) => !LEFT.includes(code) || occurredAt === null);

type Ended = { readonly cancelledAt: Instant | null };

/** A lock as it holds of its order: one that was called off ends it, where it would have held longer. */
export const lockOf = <Lock extends Pick<RateLock, "expiresAt">>({ cancelledAt }: Ended, lock: Lock): Lock =>
  cancelledAt !== null && cancelledAt < lock.expiresAt ? { ...lock, expiresAt: cancelledAt } : lock;

/** By when the funds of an order that was called off are back, by the days of its bid; null where that says none. */
export const refundedBy = ({ cancelledAt }: Ended, returnDays: number | undefined): Instant | null =>
  cancelledAt === null || returnDays === undefined ? null : later(cancelledAt, returnDays * DAY_MS);

/** The first credit of which something is still there; null where nothing is. */
export const receiptToReturn = ({ receipts }: Pick<Funds, "receipts">): Receipt | null =>
  receipts.find((receipt) => leftMinor(receipt) > 0n) ?? null;

export type RefundRefusal = Refusal<"no_funds_to_return" | "value_date_in_future" | "value_date_before_credit">;

/** Whether the return of what is left can have been debited then, as far as its day could be read. */
export function checkLeftReturn(
  funds: Pick<Funds, "receipts">,
  told: Partial<Pick<ReturnTold, "valueDate">>,
  today: LocalDate,
): Result<void, RefundRefusal> {
  const receipt = receiptToReturn(funds);
  return receipt ? checkReturnDay(told, { receipt, today }) : refuse("no_funds_to_return");
}

/**
 * The credits once what was left of the first one went back to whoever paid it, whole. Refuses `no_funds_to_return` where nothing is left, and a
 * value date to come or before that of the credit.
 */
export function returnLeft(
  funds: Pick<Funds, "receipts">,
  told: Omit<ReturnTold, "amount">,
  today: LocalDate,
): Result<readonly Receipt[], RefundRefusal> {
  const receipt = receiptToReturn(funds);
  if (!receipt) return refuse("no_funds_to_return");
  const possible = checkReturnDay(told, { receipt, today });
  if (!possible.ok) return possible;
  return accept(withReturn(funds.receipts, receipt, { ...told, amount: leftOf(receipt) }));
}
