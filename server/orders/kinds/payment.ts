import type { Reader } from "@/db/database";
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
import { contractsOf } from "@/db/repositories/contracts";
import { keptOfStep } from "@/db/repositories/orders";
import { payment } from "@/domain/services/payment/kind";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import type { PaymentTerms } from "@/domain/services/payment/terms";
import { fundsWith, nextReturnOf } from "../payment-funds";
import { takeReceiptBack } from "../payment-context";
import { paymentMayStep, paymentStepped } from "../payment-step";
import type { KindInOrder, KnownOrder } from "./kind-in-order";

type Paid = {
  readonly order: KnownOrder;
  readonly funds: Funds | undefined;
  readonly sendings: readonly StoredRemittance[];
};

type Agreed = { readonly spec: PaymentSpec | null; readonly terms: PaymentTerms };

const NOTHING_AGREED: Agreed = { spec: null, terms: {} };

const lastStateOf = ({ sendings }: Paid) => sendings.at(-1)?.state ?? null;

/** Whether what is asked of its sides depends on what was agreed: its money came back or goes back, or there is more than was due. */
const restsOnContract = (paid: Paid): boolean =>
  lastStateOf(paid) === "returned" ||
  (paid.funds !== undefined && (surplusState(paid.funds) === "open" || goesBack(paid.order, lastStateOf(paid))));

/** What was asked for and what the bids say, by order: one question for all that need it. */
async function agreedOn(db: Reader, paid: readonly Paid[]): Promise<ReadonlyMap<string, Agreed>> {
  const ids = paid.filter(restsOnContract).map(({ order }) => order.id);
  return new Map(
    (await contractsOf(db, ids)).map(({ orderId, spec, content }) => [
      orderId,
      {
        spec: payment.specSchema.safeParse(spec).data ?? null,
        terms: payment.termsSchema.safeParse(content?.terms).data ?? {},
      },
    ]),
  );
}

/** Whether what came in or came back from the bank goes back to whoever paid, and by when where the bid says so. */
async function refundOf(
  db: Reader,
  { order, funds, sendings }: Paid,
  { returnDays }: PaymentTerms,
): Promise<{ readonly isRefunded: boolean; readonly refundedBy: Instant | null }> {
  if (!funds || !(await nextReturnOf(db, order, { funds, sendings }))) return { isRefunded: false, refundedBy: null };
  const cameBackAt = sendings.at(-1)?.returnedAt ?? null;
  return { isRefunded: true, refundedBy: refundedBy(order, { returnDays, cameBackAt }) };
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
    const sendings = Map.groupBy(await remittancesOfOrders(db, ids), ({ orderId }) => orderId);
    const paid = orders.map((order) => ({
      ...{ order, funds: kept.get(order.id)?.funds, sendings: sendings.get(order.id) ?? [] },
    }));
    const agreed = await agreedOn(db, paid);
    const given = await keptOfStep(db, { code: CLEARANCE_STEP, ids: [...agreed.keys()] });
    const tasks = paid.map(async (one): Promise<[string, OrderTask][]> => {
      const { order, funds } = one;
      const last = one.sendings.at(-1) ?? null;
      const { spec, terms } = agreed.get(order.id) ?? NOTHING_AGREED;
      const isCleared = order.milestones.some(({ code, occurredAt }) => code === CLEARANCE_STEP && occurredAt !== null);
      const surplus = funds ? surplusState(funds) : null;
      const payee = { isNamed: spec?.payee !== undefined, given: given.get(order.id)?.payees ?? [] };
      const known = {
        ...order,
        ...{ isShort: !!funds && !isWhole(funds), hold: funds && !isCleared ? holdState(funds) : null },
        surplus,
        hasNextInstalment: surplus === "open" && spec !== null && hasNextInstalment(spec),
        ...(await refundOf(db, one, terms)),
        awaitsPayee: awaitsPayee(last, payee),
        locks: locks.filter(({ orderId }) => orderId === order.id),
        last: last?.state ?? null,
        isExchanged: exchangedAlready(last) !== null,
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
