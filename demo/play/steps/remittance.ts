import type { LateReason } from "../../../domain/services/work-reasons";
import { dayOf, MINUTE_MS, toIso } from "../../../domain/shared/time";
import type { Reader } from "../../../db/database";
import { findMilestones, findOrder } from "../../../db/repositories/orders";
import { lastRemittance } from "../../../db/repositories/remittances";
import { isOfKnownClient } from "../../../domain/services/payment/known-client";
import { freezePayment } from "@/server/remittance/freeze-payment";
import { lockRate } from "@/server/remittance/lock-rate";
import { recordReceipt, sendPayment } from "@/server/remittance/send-payment";
import { returnPayment } from "@/server/remittance/return-payment";
import { tellPayee } from "@/server/remittance/tell-payee";
import { paymentContext } from "@/server/orders/payment-context";
import { nextBankDay } from "../../plan/calendar";
import type { OrderHand } from "./order-steps";

const DAY_MINUTES = 1_440;

/** Goods that a customer abroad pays in dollars, collected for the seller in yuan at a rate that holds for a day. */
export const FOR_GOODS = {
  ...{ need: "collection_account", lockMinutes: DAY_MINUTES, purpose: "GDDS" },
  ...{ payerCurrency: "USD", payeeCurrency: "CNY" },
} as const;

/** A client hands in its papers, and is approved a day later; one that its agent knows from an earlier order has neither to do. */
export async function checkClient(order: OrderHand, hours: number): Promise<void> {
  const milestones = await findMilestones(order.scenery.stage.database.read, order);
  if (isOfKnownClient({ service: order.service, milestones })) return;
  await order.reports({ kyc_submitted: hours, kyc_approved: hours + 24 });
}

/** So much less than the market's rate of its day a worse one is. */
const LESS = 0.0035;

/** A lock's reference carries the day on which it was made. */
function lockAt(order: OrderHand, hours: number, { rate, serial }: { readonly rate: string; readonly serial: string }) {
  const day = dayOf(order.scenery.at(hours)).slice(2).replaceAll("-", "");
  const expiresAt = toIso(nextBankDay(order.scenery.at(hours)));
  const of = { rate, reference: `FX-${day}-${serial}`, expiresAt };
  return order.does("provider", hours, [
    lockRate,
    { orderId: order.id, base: "USD", lockedAt: order.at(hours), ...of },
  ]);
}

/** The market's rate of yuan for the dollar, held for a day from then on. */
export const lock = async (order: OrderHand, hours: number, serial: string) =>
  lockAt(order, hours, { rate: await order.rate(hours, "USD", "CNY"), serial });

/** A rate that is worse than the market's of its day. */
export async function lockWorse(order: OrderHand, hours: number, serial: string) {
  const rate = Number(await order.rate(hours, "USD", "CNY")) - LESS;
  return lockAt(order, hours, { rate: rate.toFixed(4), serial });
}

/** Why money came late, where its story says so. */
type SaidLate = { readonly lateReason: LateReason; readonly lateWords: string };

/** It is sent; what came back goes again in full, since the payee is owed all of it. */
export async function send(order: OrderHand, hours: number, said?: SaidLate) {
  const last = await lastRemittance(order.scenery.stage.database.read, order.id);
  const amount = last &&
    last.amountMinor !== null && { minor: Number(last.amountMinor), currency: last.amountCurrency };
  const sending = { referenceKind: "uetr", reference: order.scenery.uetr(), occurredAt: order.at(hours) };
  return order.does("provider", hours, [
    sendPayment,
    { orderId: order.id, ...sending, ...said, ...(amount && { amount }) },
  ]);
}

/** A payer's transfer, the reading of its papers and the order to the bank take so long each at the least. */
const APART_MS = 35 * MINUTE_MS;
const STEP_HOURS = 0.25;

/** The hour of a step that is done well after the one before it: a weekend or a holiday draws the hours of a story together. */
function wellAfter({ scenery }: OrderHand, before: number, hours: number): number {
  let found = hours;
  while (scenery.at(found) - scenery.at(before) < APART_MS) found += STEP_HOURS;
  return found;
}

/** Under a lock the client's funds come, are cleared and are sent on, each at its hour or well after the step before. */
export async function sendFunds(
  order: OrderHand,
  hours: { readonly locked: number; readonly funded: number; readonly cleared: number; readonly sent: number },
): Promise<void> {
  const funded = wellAfter(order, hours.locked, hours.funded);
  const cleared = wellAfter(order, funded, hours.cleared);
  await order.reports({ funds_received: funded, compliance_cleared: cleared });
  await send(order, wellAfter(order, cleared, hours.sent));
}

/** It comes back less what the banks on its way have kept: 320 yuan. */
export async function comeBack(order: OrderHand, hours: number, words: string) {
  const last = await lastRemittance(order.scenery.stage.database.read, order.id);
  const amountReturned = { minor: Number(last?.amountMinor ?? 0n) - 32_000, currency: last?.amountCurrency };
  return order.does("provider", hours, [
    returnPayment,
    { orderId: order.id, reason: "payee_details_wrong", amountReturned, words, occurredAt: order.at(hours) },
  ]);
}

const CONFIRMED =
  "收款人已确认账号，汇出时有一位录入有误。 · The payee has confirmed its account; a digit was mistyped when the money was sent.";

/** What a buyer says after it has asked its payee: the account of the request is right, and a digit of it was mistyped. */
export async function confirmedPayee(db: Reader, orderId: string) {
  const order = await findOrder(db, orderId);
  const payee = order && (await paymentContext(db, order)).spec?.payee;
  return { orderId, payee, words: CONFIRMED };
}

export const confirmPayee = async (order: OrderHand, hours: number) =>
  order.does("buyer", hours, [tellPayee, await confirmedPayee(order.scenery.stage.database.read, order.id)]);

export const freeze = (order: OrderHand, hours: number, words: string) =>
  order.does("provider", hours, [
    freezePayment,
    { orderId: order.id, reason: "papers_asked", words, occurredAt: order.at(hours) },
  ]);

export const arrive = async (order: OrderHand, hours: number, said?: SaidLate) => {
  return order.does("provider", hours, [recordReceipt, { orderId: order.id, occurredAt: order.at(hours), ...said }]);
};
