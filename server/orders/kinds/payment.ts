import type { Reader } from "@/db/database";
import type { KeptEvidence } from "@/domain/orders/evidence";
import { locksOfOrders, remittancesOfOrders, type StoredRemittance } from "@/db/repositories/remittances";
import { evidenceOfSendings, heldOfPayment } from "@/domain/documents/deliverables";
import { accept, refuse } from "@/domain/shared/result";
import { orderFacts, type OrderTask } from "@/domain/orders/order";
import type { Instant } from "@/domain/shared/time";
import { goesBack, refundedBy } from "@/domain/remittance/called-off";
import { awaitsPayee } from "@/domain/remittance/remittance";
import { exchangedAlready } from "@/domain/remittance/return-cost";
import { paymentTask } from "@/domain/remittance/transitions";
import { CLEARANCE_STEP, type Funds, FUNDS_STEP, isWhole } from "@/domain/services/payment/funds";
import { hasNextInstalment, surplusState } from "@/domain/services/payment/surplus";
import { heldReceipt, holdState } from "@/domain/services/payment/third-party";
import { findOrder, keptOfStep } from "@/db/repositories/orders";
import { fundsWith, nextReturnOf, payeesOf } from "../payment-funds";
import { paymentContext, takeReceiptBack } from "../payment-context";
import { paymentMayStep, paymentStepped } from "../payment-step";
import type { KindInOrder, KnownOrder } from "./kind-in-order";

/** Of the orders whose money came back those that wait for their buyer to give its payee's details anew. */
async function withoutPayee(db: Reader, sendings: readonly StoredRemittance[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    sendings.map(async (last) => {
      if (!awaitsPayee(last, { isNamed: true, given: [] })) return [];
      const order = await findOrder(db, last.orderId);
      const spec = order && (await paymentContext(db, order)).spec;
      const of = { isNamed: spec?.payee !== undefined, given: await payeesOf(db, last.orderId) };
      return awaitsPayee(last, of) ? [last.orderId] : [];
    }),
  );
  return new Set(found.flat());
}

/** Whether what came in or came back from the bank goes back to whoever paid, and by when where the bid says so. */
async function refundOf(
  db: Reader,
  { id, state, milestones }: KnownOrder,
  { funds, sendings }: { readonly funds: Funds | undefined; readonly sendings: readonly StoredRemittance[] },
): Promise<{ readonly isRefunded: boolean; readonly refundedBy: Instant | null }> {
  const last = sendings.at(-1);
  const order = funds && goesBack({ state, milestones }, last?.state ?? null) ? await findOrder(db, id) : undefined;
  if (!funds || !order || !(await nextReturnOf(db, { ...order, milestones }, { funds, sendings })))
    return { isRefunded: false, refundedBy: null };
  const { returnDays } = (await paymentContext(db, order)).terms;
  return { isRefunded: true, refundedBy: refundedBy(order, { returnDays, cameBackAt: last?.returnedAt ?? null }) };
}

/** Of the orders with a surplus that nobody has spoken of those that have another instalment. */
async function followedByInstalment(
  db: Reader,
  orders: readonly KnownOrder[],
  kept: ReadonlyMap<string, KeptEvidence>,
): Promise<ReadonlySet<string>> {
  const open = orders.filter(({ id }) => surplusState(kept.get(id)?.funds ?? {}) === "open");
  const found = await Promise.all(
    open.map(async ({ id }) => {
      const order = await findOrder(db, id);
      const spec = order && (await paymentContext(db, order)).spec;
      return spec && hasNextInstalment(spec) ? [id] : [];
    }),
  );
  return new Set(found.flat());
}

export const paymentInOrder: KindInOrder = {
  mayStep: paymentMayStep,
  onStep: paymentStepped,
  onReopen: takeReceiptBack,

  /** What is sent is followed by its bank's reference. */
  recordedSteps: ["sent"],

  async mayReport(_, __, code) {
    return code === "sent" ? refuse("sending_without_reference", { field: "reference" }) : accept(undefined);
  },

  /** Funds that are short are kept, and the step waits for the rest. */
  async readFigures(db, order, { code, funds: told, occurredAt, now }) {
    if (code !== FUNDS_STEP) return accept(null);
    const funds = await fundsWith(db, order, { told, occurredAt, now });
    return funds.ok ? accept({ kept: { funds: funds.value }, isWhole: isWhole(funds.value) }) : funds;
  },

  onFigures({ publish }, order, { kept: { funds }, isWhole: areWhole }) {
    if (!areWhole) publish({ type: "payment.funds_short", ...orderFacts(order) });
    if (funds && heldReceipt({ receipts: funds.receipts.slice(-1) }))
      publish({ type: "payment.payer", stage: "held", ...orderFacts(order) });
    if (funds?.surplus) publish({ type: "payment.surplus", stage: "received", ...orderFacts(order) });
  },

  async formOf(_, __, code) {
    return { room: "remittance", transition: code === "sent" ? "send" : "lock", of: null };
  },

  async tasksOf(db, orders, now) {
    const ids = orders.map(({ id }) => id);
    const locks = await locksOfOrders(db, ids);
    const kept = await keptOfStep(db, { code: FUNDS_STEP, ids });
    const sendings = await remittancesOfOrders(db, ids);
    const followed = await followedByInstalment(db, orders, kept);
    const lasts = new Map(sendings.map((one) => [one.orderId, one]));
    const waiting = await withoutPayee(db, [...lasts.values()]);
    const tasks = orders.map(async (order): Promise<[string, OrderTask][]> => {
      const own = locks.filter(({ orderId }) => orderId === order.id);
      const last = lasts.get(order.id) ?? null;
      const isExchanged = exchangedAlready(last) !== null;
      const funds = kept.get(order.id)?.funds;
      const isCleared = order.milestones.some(({ code, occurredAt }) => code === CLEARANCE_STEP && occurredAt !== null);
      const paid = { isShort: !!funds && !isWhole(funds), hold: funds && !isCleared ? holdState(funds) : null };
      const surplus = funds ? surplusState(funds) : null;
      const hasNextInstalment = followed.has(order.id);
      const known = {
        ...order,
        ...paid,
        surplus,
        hasNextInstalment,
        ...(await refundOf(db, order, { funds, sendings: sendings.filter(({ orderId }) => orderId === order.id) })),
        awaitsPayee: waiting.has(order.id),
        locks: own,
        last: last?.state ?? null,
        isExchanged,
      };
      const task = paymentTask(known, now);
      return task ? [[order.id, task]] : [];
    });
    return (await Promise.all(tasks)).flat();
  },

  async recordsOf(db, { id }) {
    const sendings = (await remittancesOfOrders(db, [id])).flatMap(({ reference }) =>
      reference === null ? [] : [{ reference }],
    );
    return {
      held: heldOfPayment({ locks: await locksOfOrders(db, [id]), sendings }),
      evidence: evidenceOfSendings(sendings),
    };
  },
};
