import "server-only";
import type { Reader } from "../../db/database";
import { findOrder, type StoredOrder } from "../../db/repositories/orders";
import {
  locksOfOrders,
  remittanceEntriesOf,
  remittancesOfOrders,
  type StoredRemittance,
  type StoredRemittanceEntry,
} from "../../db/repositories/remittances";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import type { LineState } from "../../domain/orders/order";
import { paymentDeedsOf } from "../../domain/remittance/deeds-of";
import type { PaymentDeed, PaymentPage, ShownSending } from "../../domain/remittance/payment-view";
import { isLive, type RateLock } from "../../domain/remittance/rate-lock";
import type { Instant } from "../../domain/shared/instant";
import { type Currency, type Money, money } from "../../domain/shared/money";
import { isExchange, lockTermsOf, type PaymentGround, paymentGround } from "../remittance/payment-ground";

const UNDER_WAY: readonly LineState[] = ["scheduled", "in_progress", "changes_requested"];

const amountOf = (minor: bigint | null, currency: Currency | null): Money | null =>
  minor === null || currency === null ? null : money(minor, currency);

/** What came back and who bears what it cost; null where nothing has. */
function returnedOf(row: StoredRemittance): ShownSending["returned"] {
  const amount = amountOf(row.returnedMinor, row.returnedCurrency);
  const cost = amountOf(row.costMinor, row.costCurrency);
  const { returnedAt: at, returnReason: reason, costBasis: basis, costBorneBy: borneBy } = row;
  if (at === null || reason === null || basis === null || !amount || !cost) return null;
  return { at, reason, amount, cost, borne: { borneBy, basis } };
}

const shownSending = (row: StoredRemittance, entries: readonly StoredRemittanceEntry[]): ShownSending => ({
  ...{ id: row.id, attempt: row.attempt, state: row.state, channel: row.channel },
  ...{ referenceKind: row.referenceKind, reference: row.reference, sentAt: row.sentAt, receivedAt: row.receivedAt },
  amount: amountOf(row.amountMinor, row.amountCurrency),
  returned: returnedOf(row),
  entries: entries
    .filter(({ remittanceId }) => remittanceId === row.id)
    .map(({ seq, event, occurredAt, reason, words, fileIds }) => ({ seq, event, occurredAt, reason, words, fileIds })),
});

type Known = {
  readonly order: StoredOrder;
  readonly ground: PaymentGround;
  readonly locks: readonly RateLock[];
  readonly sendings: readonly StoredRemittance[];
};

const openCostOf = (sendings: readonly StoredRemittance[]): number | null =>
  sendings.find(({ costBasis }) => costBasis === "open")?.attempt ?? null;

function deedsFor(viewer: Actor, { order, ground, locks, sendings }: Known, now: Instant): readonly PaymentDeed[] {
  const side = order.buyerOrganisationId === viewer.organisationId ? "buyer" : "provider";
  if (!may(viewer, side === "buyer" ? "payment.confirm" : "payment.record", order)) return [];
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  const mayBear = openCostOf(sendings) !== null && may(viewer, "return_cost.bear", { organisationIds });
  const isUnderWay = UNDER_WAY.includes(order.state) && order.disputedSince === null && order.heldSince === null;
  const last = sendings.at(-1)?.state ?? null;
  return paymentDeedsOf({ side, isExchange: isExchange(ground), isUnderWay, locks, last, mayBear }, now);
}

/** The rates and sendings of a payment order, to its two parties; null for everybody else and for other orders. */
export async function paymentPage(
  read: Reader,
  viewer: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
): Promise<PaymentPage | null> {
  const order = await findOrder(read, orderId);
  if (order?.service !== "payment") return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const ground = await paymentGround(read, order);
  const locks = await locksOfOrders(read, [orderId]);
  const sendings = await remittancesOfOrders(read, [orderId]);
  const entries = await remittanceEntriesOf(
    read,
    sendings.map(({ id }) => id),
  );
  const { spec, terms } = ground;
  const { payerCurrency, payeeCurrency } = spec ?? { payerCurrency: null, payeeCurrency: null };
  return {
    ...{ orderId, version: order.version },
    pair: spec && isExchange(ground) ? { payerCurrency: spec.payerCurrency, payeeCurrency: spec.payeeCurrency } : null,
    currencies: [...new Set([payerCurrency, payeeCurrency].filter((one) => one !== null))],
    amount: spec?.amount ?? null,
    promisedMinutes: lockTermsOf(ground, locks)?.promisedMinutes ?? null,
    ...{ channel: terms.channel ?? null, returnCostBorneBy: terms.returnCostBorneBy ?? null },
    returnDays: terms.returnDays ?? null,
    locks: locks.map(({ id, number, base, quote, rate, reference, ...lock }) => ({
      ...{ id, number, base, quote, rate, reference, lockedAt: lock.lockedAt, expiresAt: lock.expiresAt },
      ...{ needsConfirmation: lock.needsConfirmation, confirmedAt: lock.confirmedAt },
      isLive: isLive({ id, number, base, rate, ...lock }, now),
    })),
    sendings: sendings.map((row) => shownSending(row, entries)),
    openCostOf: openCostOf(sendings),
    deeds: deedsFor(viewer, { order, ground, locks, sendings }, now),
  };
}
