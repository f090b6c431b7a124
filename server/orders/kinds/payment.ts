import { locksOfOrders, remittancesOfOrders } from "@/db/repositories/remittances";
import { evidenceOfSendings, heldOfPayment } from "@/domain/documents/deliverables";
import { accept, refuse } from "@/domain/shared/result";
import type { OrderTask } from "@/domain/orders/order-task";
import { exchangedAlready } from "@/domain/remittance/return-cost";
import { paymentTask } from "@/domain/remittance/transitions";
import { takeReceiptBack } from "../payment-context";
import { paymentMayStep, paymentStepped } from "../payment-step";
import type { KindInOrder } from "./kind-in-order";

export const paymentInOrder: KindInOrder = {
  mayStep: paymentMayStep,
  onStep: paymentStepped,
  onReopen: takeReceiptBack,

  /** What is sent is followed by its bank's reference. */
  recordedSteps: ["sent"],

  async mayReport(_, __, code) {
    return code === "sent" ? refuse("sending_without_reference", { field: "reference" }) : accept(undefined);
  },

  async formOf(_, __, code) {
    return { room: "remittance", transition: code === "sent" ? "send" : "lock", of: null };
  },

  async tasksOf(db, orders, now) {
    const ids = orders.map(({ id }) => id);
    const locks = await locksOfOrders(db, ids);
    const sendings = await remittancesOfOrders(db, ids);
    return orders.flatMap((order): [string, OrderTask][] => {
      const own = locks.filter(({ orderId }) => orderId === order.id);
      const last = sendings.findLast(({ orderId }) => orderId === order.id) ?? null;
      const isExchanged = exchangedAlready(last) !== null;
      const task = paymentTask({ ...order, locks: own, last: last?.state ?? null, isExchanged }, now);
      return task ? [[order.id, task]] : [];
    });
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
