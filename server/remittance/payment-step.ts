import type { StoredOrder } from "../../db/repositories/orders";
import {
  appendRemittanceEntry,
  insertRemittance,
  lastRemittance,
  locksOfOrders,
  type NewRemittance,
  saveRemittance,
} from "../../db/repositories/remittances";
import { orderFacts } from "../../domain/orders/order-facts";
import { needsLock, underLock, type UnderLockRefusal } from "../../domain/remittance/rate-lock";
import { isOnItsWay } from "../../domain/remittance/remittance";
import type { Instant } from "../../domain/shared/instant";
import type { Money } from "../../domain/shared/money";
import { accept, type Result, refuse } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { isExchange, paymentGround } from "./payment-ground";

type Step = { readonly code: string; readonly occurredAt: Instant };
type Context = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

/** Whether a step of a payment may be taken as far as its rate goes: money that is exchanged moves under a lock that holds at that moment. */
export async function paymentMayStep(
  { tx }: Pick<Context, "tx">,
  order: StoredOrder,
  { code, occurredAt }: Step,
): Promise<Result<void, UnderLockRefusal>> {
  const isBound = order.service === "payment" && (needsLock(code) || code === "rate_locked");
  if (!isBound || !isExchange(await paymentGround(tx, order))) return accept(undefined);
  const locks = await locksOfOrders(tx, [order.id]);
  // The step of a lock comes with the lock's own figures.
  if (code === "rate_locked") return locks.length > 0 ? accept(undefined) : refuse("lock_missing");
  const under = underLock(locks, occurredAt);
  return under.ok ? accept(undefined) : under;
}

/** What a report of a sending says of it beside its time. */
export type SendingDetails = Partial<Pick<NewRemittance, "channel" | "referenceKind" | "reference">> & {
  readonly amount?: Money | null;
  readonly words?: string;
  readonly fileIds?: readonly string[];
};

/** Writes a sending of an order's money under its next number, as it counts in the figures of its corridor. */
export async function keepSending(
  { tx, actor, now, newId, publish }: Context,
  order: StoredOrder,
  { occurredAt, amount, words = "", fileIds = [], ...details }: SendingDetails & { readonly occurredAt: Instant },
): Promise<{ readonly id: string; readonly attempt: number } | null> {
  const ground = await paymentGround(tx, order);
  const { spec, terms, payerCountry, payeeCountry } = ground;
  const last = await lastRemittance(tx, order.id);
  if (last && isOnItsWay(last.state)) return null;
  const under = isExchange(ground) ? underLock(await locksOfOrders(tx, [order.id]), occurredAt) : null;
  const id = newId();
  const attempt = (last?.attempt ?? 0) + 1;
  const sent = amount ?? spec?.amount ?? null;
  await insertRemittance(tx, {
    ...{ id, orderId: order.id, attempt, state: "sent", lockId: under?.ok ? under.value.id : null },
    ...{ amountMinor: sent?.minor ?? null, amountCurrency: sent?.currency ?? null },
    ...{ providerOrganisationId: order.providerOrganisationId, payerCountry, payeeCountry },
    currency: spec?.payeeCurrency ?? order.contractCurrency,
    channel: details.channel ?? terms.channel ?? null,
    ...{ referenceKind: details.referenceKind ?? null, reference: details.reference ?? null },
    ...{ sentAt: occurredAt, wasFrozen: false, lastAt: occurredAt, version: 1 },
  });
  const by = { occurredAt, recordedAt: now, byUserId: actor.userId };
  await appendRemittanceEntry(tx, { remittanceId: id, event: "send", ...by, words, fileIds });
  publish({ type: "payment.sent", remittanceId: id, attempt, ...orderFacts(order) });
  return { id, attempt };
}

/** What a step of a payment means for the money: it is on its way, or has arrived. A sending that is on record already is not counted twice. */
export async function paymentStepped(context: Context, order: StoredOrder, { code, occurredAt }: Step): Promise<void> {
  if (order.service !== "payment") return;
  if (code === "sent") await keepSending(context, order, { occurredAt });
  if (code !== "received_by_payee") return;
  const { tx, actor, now, publish } = context;
  const last = await lastRemittance(tx, order.id);
  if (!last || !isOnItsWay(last.state)) return;
  await saveRemittance(tx, last, { state: "received", receivedAt: occurredAt, lastAt: occurredAt });
  const by = { occurredAt, recordedAt: now, byUserId: actor.userId };
  await appendRemittanceEntry(tx, { remittanceId: last.id, event: "receive", ...by, words: "", fileIds: [] });
  publish({ type: "payment.received", remittanceId: last.id, attempt: last.attempt, ...orderFacts(order) });
}
