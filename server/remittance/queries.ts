import "server-only";
import type { Reader } from "@/db/database";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "@/db/repositories/orders";
import {
  locksOfOrders,
  remittanceEntriesOf,
  remittancesOfOrders,
  type StoredRemittance,
  type StoredRemittanceEntry,
} from "@/db/repositories/remittances";
import { type Actor, may } from "@/domain/access/policy";
import { goesOn } from "@/domain/orders/order";
import { paymentTransitionsOf, type PaymentTransition, STEPS_OF_TRANSITIONS } from "@/domain/remittance/transitions";
import { balanceOf, hasNextInstalment, mayBeKept, surplusState } from "@/domain/services/payment/surplus";
import { leftOf, type Receipt } from "@/domain/services/payment/funds";
import { heldReceipt, holdState } from "@/domain/services/payment/third-party";
import { awaitsPayee } from "@/domain/remittance/remittance";
import { type NewPayee, payeeOf } from "@/domain/services/payment/new-payee";
import { goesBack, lockOf, type NextReturn } from "@/domain/remittance/called-off";
import { exchangedAlready } from "@/domain/remittance/return-cost";
import { isLive, type RateLock } from "@/domain/remittance/rate-lock";
import type { Instant } from "@/domain/shared/time";
import { type Currency, type Money, money } from "@/domain/shared/money";
import { toWireMoney } from "@/domain/shared/wire-fields";
import type { OrderPayment, Sending } from "@/views/payments";
import { passesGates } from "../orders/chain/settle-chain";
import {
  agreedRateOf,
  isExchange,
  promisedMinutesOf,
  type PaymentContext,
  paymentContext,
  worseRateOf,
} from "../orders/payment-context";
import { fundsOf, heldOfPayment, nextReturnOf, payeesOf, sentMinorOf, unclearedFunds } from "../orders/payment-funds";

const amountOf = (minor: bigint | null, currency: Currency | null): Money | null =>
  minor === null || currency === null ? null : money(minor, currency);

/** What came back and who bears what it cost; null where nothing has. */
function returnedOf(row: StoredRemittance): Sending["returned"] {
  const amount = amountOf(row.returnedMinor, row.returnedCurrency);
  const cost = amountOf(row.costMinor, row.costCurrency);
  const { returnedAt: at, returnReason: reason, costBasis: basis, costBorneBy: borneBy } = row;
  if (at === null || reason === null || basis === null || !amount || !cost) return null;
  return { at, reason, amount, cost, borneBy, basis };
}

const shownSending = (row: StoredRemittance, entries: readonly StoredRemittanceEntry[]): Sending => ({
  ...{ id: row.id, attempt: row.attempt, state: row.state, channel: row.channel },
  ...{ referenceKind: row.referenceKind, reference: row.reference, sentAt: row.sentAt, receivedAt: row.receivedAt },
  amount: amountOf(row.amountMinor, row.amountCurrency),
  returned: returnedOf(row),
  entries: entries
    .filter(({ remittanceId }) => remittanceId === row.id)
    .map(({ seq, event, occurredAt, reason, words, fileIds }) => ({ seq, event, occurredAt, reason, words, fileIds })),
});

/** What is held of a credit: what is left of it once a part went back. */
const heldMoney = (receipt: Receipt) => ({
  remitter: receipt.remitter,
  amount: toWireMoney(leftOf(receipt)),
  question: receipt.explanations?.at(-1)?.question ?? null,
});

/** The account of an order's funds with its surplus; null before anything has come in. */
async function balanceFor(
  read: Reader,
  { order, context, sendings, next }: Pick<Known, "order" | "context" | "sendings" | "next">,
): Promise<OrderPayment["funds"]> {
  const funds = fundsOf(order);
  if (!funds) return null;
  const refunds = (funds.refunds ?? []).map(({ amount, valueDate, reference }) => ({ amount, valueDate, reference }));
  const last = sendings.at(-1) ?? null;
  const isBack = last !== null && goesBack(order, last.state);
  const held = isBack ? await heldOfPayment(read, order, { funds, sendings }) : null;
  const heldMinor = held && held.reduce((all, { counted }) => all + counted.minor, 0n);
  const balance = balanceOf(funds, await sentMinorOf(read, order, { funds, last }), heldMinor);
  if (!balance) return null;
  if (next) {
    const { remitters, amount, isFromBank } = next;
    const refund = { remitters, amount: toWireMoney(amount), isFromBank };
    return { ...balance, surplus: null, hold: null, refund, refunds };
  }
  const [amount, state] = [funds.surplus, surplusState(funds)];
  const uncleared = unclearedFunds(order);
  const [heldOne, hold] = [uncleared && heldReceipt(uncleared), uncleared && holdState(uncleared)];
  return {
    ...balance,
    surplus: amount && state ? { amount, state, mayBeKept: mayBeKept(funds, context.spec) } : null,
    hold: heldOne && hold ? { ...heldMoney(heldOne), state: hold } : null,
    ...{ refund: null, refunds },
  };
}

type Known = {
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
  readonly context: PaymentContext;
  readonly locks: readonly RateLock[];
  readonly sendings: readonly StoredRemittance[];
  /** Whom the buyer had paid after money came back. */
  readonly payees: readonly NewPayee[];
  /** What goes back next to whoever paid; null where nothing does. */
  readonly next: NextReturn | null;
};

const openCostOf = (sendings: readonly StoredRemittance[]): number | null =>
  sendings.find(({ costBasis }) => costBasis === "open")?.attempt ?? null;

/** Of the steps that deeds take those that a closed gate stops; not asked where none is taken anyway. */
async function stoppedOf(read: Reader, order: Known["order"]) {
  if (!goesOn(order).ok) return STEPS_OF_TRANSITIONS;
  const asked = STEPS_OF_TRANSITIONS.map(async (code) =>
    (await passesGates(read, order, { code, occurredAt: null })).ok ? [] : [code],
  );
  return (await Promise.all(asked)).flat();
}

async function transitionsFor(
  read: Reader,
  viewer: Actor,
  { order, context, locks, sendings, payees, next, now }: Known & { readonly now: Instant },
): Promise<readonly PaymentTransition[]> {
  const side = order.buyerOrganisationId === viewer.organisationId ? "buyer" : "provider";
  if (!may(viewer, side === "buyer" ? "payment.confirm" : "payment.record", order)) return [];
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  const mayBear = openCostOf(sendings) !== null && may(viewer, "return_cost.bear", { organisationIds });
  const stoppedCodes = side === "provider" ? await stoppedOf(read, order) : [];
  const last = sendings.at(-1)?.state ?? null;
  // What came back exchanged needs no other rate.
  const needsRate = isExchange(context) && !exchangedAlready(sendings.at(-1) ?? null);
  const funds = fundsOf(order);
  const surplus = funds ? surplusState(funds) : null;
  const uncleared = unclearedFunds(order);
  const hold = uncleared ? holdState(uncleared) : null;
  const { spec } = context;
  const isAwaited = awaitsPayee(sendings.at(-1) ?? null, { isNamed: spec?.payee !== undefined, given: payees });
  return paymentTransitionsOf(
    {
      ...{ side, isExchange: needsRate, order, stoppedCodes, locks, last, mayBear, surplus, hold },
      isRefunded: next !== null,
      awaitsPayee: isAwaited,
      hasNextInstalment: spec !== null && hasNextInstalment(spec),
    },
    now,
  );
}

/** The rates and sendings of a payment order, to its two parties; null for everybody else and for other orders. */
export async function paymentPage(
  read: Reader,
  viewer: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
): Promise<OrderPayment | null> {
  const found = await findOrder(read, orderId);
  if (found?.service !== "payment") return null;
  const order = { ...found, milestones: await findMilestones(read, found) };
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const context = await paymentContext(read, order);
  const locks = (await locksOfOrders(read, [orderId])).map((lock) => lockOf(order, lock));
  const sendings = await remittancesOfOrders(read, [orderId]);
  const entries = await remittanceEntriesOf(
    read,
    sendings.map(({ id }) => id),
  );
  const payees = await payeesOf(read, orderId);
  const funds = fundsOf(order);
  const next = funds ? await nextReturnOf(read, order, { funds, sendings }) : null;
  const isParty = organisationIds.some((id) => id === viewer.organisationId);
  const { spec, terms } = context;
  const { payerCurrency, payeeCurrency } = spec ?? { payerCurrency: null, payeeCurrency: null };
  return {
    ...{ orderId, version: order.version },
    pair: spec && isExchange(context) ? { payerCurrency: spec.payerCurrency, payeeCurrency: spec.payeeCurrency } : null,
    currencies: [...new Set([payerCurrency, payeeCurrency].filter((one) => one !== null))],
    amount: spec?.amount ?? null,
    payee: isParty ? payeeOf(spec, payees) : null,
    payees: isParty ? payees.map((given, at) => ({ ...given, before: payeeOf(spec, payees.slice(0, at)) })) : [],
    promisedLockMinutes: promisedMinutesOf(context),
    agreedRate: agreedRateOf(context),
    ...{ channel: terms.channel ?? null, returnCostBorneBy: terms.returnCostBorneBy ?? null },
    returnDays: terms.returnDays ?? null,
    funds: await balanceFor(read, { order, context, sendings, next }),
    locks: await Promise.all(
      locks.map(async (lock) => {
        const { id, number, base, quote, rate, reference, lockedAt, expiresAt } = lock;
        return {
          ...{ id, number, base, quote, rate, reference, lockedAt, expiresAt },
          ...{ needsConfirmation: lock.needsConfirmation, confirmedAt: lock.confirmedAt },
          isLive: isLive(lock, now),
          isReplaced: lock.isReplaced ?? false,
          isUsed: sendings.some(({ lockId }) => lockId === id),
          worse: await worseRateOf(read, context, { lock, first: locks[0] }),
        };
      }),
    ),
    sendings: sendings.map((row) => shownSending(row, entries)),
    exchanged: isExchange(context) ? exchangedAlready(sendings.at(-1) ?? null) : null,
    openCostOf: openCostOf(sendings),
    transitions: await transitionsFor(read, viewer, { order, context, locks, sendings, payees, next, now }),
  };
}
