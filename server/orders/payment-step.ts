import type { Reader } from "@/db/database";
import { reopenMilestone, saveMilestone, type StoredOrder } from "@/db/repositories/orders";
import {
  appendRemittanceEntry,
  insertRemittance,
  lastRemittance,
  locksOfOrders,
  type NewRemittance,
  remittancesOfOrders,
  saveRemittance,
} from "@/db/repositories/remittances";
import { type Milestone, orderFacts } from "@/domain/orders/order";
import { exchangedBy, needsLock, underLock } from "@/domain/remittance/rate-lock";
import { advanceRemittance, isOnItsWay, isToBeSent, type RemittanceState } from "@/domain/remittance/remittance";
import { exchangedAlready } from "@/domain/remittance/return-cost";
import type { Instant } from "@/domain/shared/time";
import type { Money } from "@/domain/shared/money";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { CLEARANCE_STEP } from "@/domain/services/payment/funds";
import { checkNoneHeld } from "@/domain/services/payment/third-party";
import { checkSettled, CLOSING_STEP } from "@/domain/services/payment/surplus";
import type { LoadedOrder, StepAt, StepContext, RecordsRefusal } from "./kinds/kind-in-order";
import { fundsOf } from "./payment-funds";
import { isExchange, paymentContext } from "./payment-context";

type Order = StoredOrder & { readonly milestones: readonly Milestone[] };

const toldAt = ({ milestones }: Order, step: string): Instant | null =>
  milestones.find(({ code }) => code === step)?.occurredAt ?? null;

/**
 * A rate that is locked anew before the money has come stands at its step in place of the one that ran out, so that what is due goes by the
 * lock in force. What the step said before stays on record beside it.
 */
export async function retellLock(
  { tx, actor, now }: Pick<StepContext, "tx" | "actor" | "now">,
  order: Order,
  lockedAt: Instant,
): Promise<void> {
  const before = toldAt(order, "rate_locked");
  if (before === null || lockedAt <= before || toldAt(order, "funds_received") !== null) return;
  const step = { orderId: order.id, code: "rate_locked" };
  await reopenMilestone(tx, step);
  const nothingElse = { note: null, evidence: null, earliestAt: null, earlyReason: null };
  await saveMilestone(tx, step, {
    ...{ occurredAt: lockedAt, reportedAt: now, reportedByUserId: actor.userId },
    ...nothingElse,
  });
}

/**
 * Whether the payee can have the money: nothing arrives that a bank holds, nor what has come back and was not sent again. Where currencies are
 * exchanged the sending is told first, since it is what was held to the rate; in one currency it may be passed over, as other steps may.
 */
async function mayArrive(db: Reader, order: Order): Promise<Result<void, Refusal<"payment_not_sent" | "wrong_state">>> {
  const last = await lastRemittance(db, order.id);
  if (last && isOnItsWay(last.state)) {
    const arrived = advanceRemittance(last.state, "receive");
    return arrived.ok ? accept(undefined) : arrived;
  }
  if (toldAt(order, "sent") !== null) return accept(undefined);
  const isSentFirst = last !== undefined || isExchange(await paymentContext(db, order));
  return isSentFirst ? refuse("payment_not_sent") : accept(undefined);
}

/** Whether what is sent had come back exchanged; the sending that this step tells may be on record already. */
async function isSentExchanged(db: Reader, { id }: Order): Promise<boolean> {
  const back = (await remittancesOfOrders(db, [id])).findLast(({ state }) => state === "returned");
  return exchangedAlready(back ?? null) !== null;
}

/**
 * Whether a step of a payment may be taken as far as its money goes: what is exchanged moves under a lock that holds at that moment, what came
 * back exchanged is sent again without one, and what arrives has been sent.
 */
export async function paymentMayStep(
  db: Reader,
  order: LoadedOrder,
  { code, occurredAt }: StepAt,
): Promise<Result<void, RecordsRefusal>> {
  if (code === "received_by_payee") return mayArrive(db, order);
  if (code === CLEARANCE_STEP) return checkNoneHeld(fundsOf(order));
  if (code === CLOSING_STEP) return checkSettled(fundsOf(order), (await paymentContext(db, order)).spec);
  const isBound = needsLock(code) || code === "rate_locked";
  if (!isBound || !isExchange(await paymentContext(db, order))) return accept(undefined);
  if (code === "sent" && (await isSentExchanged(db, order))) return accept(undefined);
  const locks = await locksOfOrders(db, [order.id]);
  // The step of a lock comes with the lock's own figures.
  if (code === "rate_locked") return locks.length > 0 ? accept(undefined) : refuse("lock_missing");
  const under = underLock(locks, occurredAt);
  return under.ok ? accept(undefined) : under;
}

type KeptSending = { readonly id: string; readonly attempt: number; readonly state: RemittanceState };

/** Writes into the history of a sending that it has arrived, and tells of it. */
async function tellReceipt(
  { tx, actor, now, publish }: StepContext,
  order: StoredOrder,
  { id, attempt, occurredAt }: Omit<KeptSending, "state"> & { readonly occurredAt: Instant },
): Promise<void> {
  const by = { occurredAt, recordedAt: now, byUserId: actor.userId };
  await appendRemittanceEntry(tx, { remittanceId: id, event: "receive", ...by, words: "", fileIds: [] });
  publish({ type: "payment.received", remittanceId: id, attempt, ...orderFacts(order) });
}

/** What a report of a sending says of it beside its time. */
export type SendingDetails = Partial<Pick<NewRemittance, "channel" | "referenceKind" | "reference">> & {
  readonly amount?: Money | null;
  readonly words?: string;
  readonly fileIds?: readonly string[];
};

/**
 * Writes a sending of an order's money under its next number, as it counts in the figures of its corridor; one that is told after its receipt
 * has arrived with it. Null while there is one that has not come back: none is counted twice.
 */
export async function keepSending(
  context: StepContext,
  order: Order,
  { occurredAt, amount, words = "", fileIds = [], ...details }: SendingDetails & { readonly occurredAt: Instant },
): Promise<KeptSending | null> {
  const { tx, actor, now, newId, publish } = context;
  const payment = await paymentContext(tx, order);
  const { spec, terms, payerCountry, payeeCountry } = payment;
  const last = await lastRemittance(tx, order.id);
  if (!isToBeSent(last?.state ?? null)) return null;
  const before = isExchange(payment) ? exchangedAlready(last ?? null) : null;
  const under = isExchange(payment) && !before ? underLock(await locksOfOrders(tx, [order.id]), occurredAt) : null;
  const id = newId();
  const attempt = (last?.attempt ?? 0) + 1;
  const asked = spec?.amount ?? null;
  const sent = amount ?? before ?? (spec && asked && under?.ok ? exchangedBy(asked, under.value, spec) : asked);
  const receivedAt = toldAt(order, "received_by_payee");
  const state = receivedAt === null ? "sent" : "received";
  await insertRemittance(tx, {
    ...{ id, orderId: order.id, attempt, state, lockId: under?.ok ? under.value.id : null },
    ...{ amountMinor: sent?.minor ?? null, amountCurrency: sent?.currency ?? null },
    ...{ providerOrganisationId: order.providerOrganisationId, payerCountry, payeeCountry },
    currency: spec?.payeeCurrency ?? order.contractCurrency,
    channel: details.channel ?? terms.channel ?? null,
    ...{ referenceKind: details.referenceKind ?? null, reference: details.reference ?? null },
    ...{ sentAt: occurredAt, receivedAt, wasFrozen: false, lastAt: receivedAt ?? occurredAt, version: 1 },
  });
  const by = { occurredAt, recordedAt: now, byUserId: actor.userId };
  await appendRemittanceEntry(tx, { remittanceId: id, event: "send", ...by, words, fileIds });
  publish({ type: "payment.sent", remittanceId: id, attempt, ...orderFacts(order) });
  if (receivedAt !== null) await tellReceipt(context, order, { id, attempt, occurredAt: receivedAt });
  return { id, attempt, state };
}

/** What a step of a payment means for the money: it is on its way, or has arrived. A sending that is on record already is not counted twice. */
export async function paymentStepped(context: StepContext, order: Order, { code, occurredAt }: StepAt): Promise<void> {
  if (code === "sent") await keepSending(context, order, { occurredAt });
  if (code !== "received_by_payee") return;
  const { tx } = context;
  const last = await lastRemittance(tx, order.id);
  if (!last) return;
  const next = advanceRemittance(last.state, "receive");
  if (!next.ok) return;
  await saveRemittance(tx, last, { state: next.value, receivedAt: occurredAt, lastAt: occurredAt });
  await tellReceipt(context, order, { ...last, occurredAt });
}
