import { askedReroutes } from "@/db/repositories/chains";
import { heldInSteps } from "@/domain/documents/deliverables";
import type { OrderTask } from "@/domain/orders/order-task";
import { isOvertaken } from "@/domain/orders/reroute";
import type { OrderWork } from "./order-work";

export const logisticsWork: OrderWork = {
  /** Another way that one side asked for waits for the other's answer. */
  async tasksOf(db, orders) {
    const asked = await askedReroutes(
      db,
      orders.map(({ dealId }) => dealId),
    );
    return orders.flatMap((order): [string, OrderTask][] => {
      const askedBy = asked.get(order.dealId);
      if (!askedBy || isOvertaken(order)) return [];
      return [[order.id, { side: askedBy === "buyer" ? "provider" : "buyer", code: "reroute.answer", by: null }]];
    });
  },

  async recordsOf(_db, _order, steps) {
    return { held: heldInSteps(steps), evidence: {} };
  },
};
