import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { KeptLate } from "@/domain/orders/due";
import { orderMilestones, orders } from "@/db/schema/orders";
import { DAY_MS } from "@/domain/shared/time";
import { orderMarket, START } from "@/test/order-market";
import { onTimeBy } from "./queries";

test("an order counts from its delivery on, late or not, although its last papers are not in, and not while it is sent back", async () => {
  const { database, orderId } = await orderMarket();
  const mark = (late: KeptLate | null) =>
    database.write((tx) =>
      tx
        .update(orderMilestones)
        .set({ evidence: late && { late } })
        .where(and(eq(orderMilestones.orderId, orderId), eq(orderMilestones.code, "delivered"))),
    );
  await mark({ dueAt: START, reason: "own_fault", words: null });
  const figure = async (set: Partial<typeof orders.$inferInsert>) => {
    await database.write((tx) => tx.update(orders).set(set).where(eq(orders.id, orderId)));
    const { onTimeCount, deliveredCount } = await onTimeBy(database.read, "provider");
    return `${onTimeCount} of ${deliveredCount}`;
  };
  expect(await figure({ state: "in_progress" })).toBe("0 of 0");
  expect(await figure({ state: "delivered", deliveredAt: START + 9 * DAY_MS })).toBe("0 of 1");
  expect(await figure({ state: "accepted" })).toBe("0 of 1");
  await mark(null);
  expect(await figure({ deliveredAt: START + DAY_MS })).toBe("1 of 1");
  expect(await figure({ state: "completed" })).toBe("1 of 1");
  expect(await figure({ state: "changes_requested", deliveredAt: null })).toBe("0 of 0");
});
