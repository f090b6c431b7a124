import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { KeptLate } from "@/domain/orders/due";
import { orderMilestones, orders } from "@/db/schema/orders";
import { findMilestones, reopenMilestone } from "@/db/repositories/orders";
import { DAY_MS, toIso } from "@/domain/shared/time";
import { doAs, heldTo } from "@/test/held-order";
import { inspectionMarket } from "@/test/inspection-market";
import { actorOf, EARLY, orderMarket, START } from "@/test/order-market";
import { requestChanges } from "../orders/accept-order";
import { orderPage, listOrders } from "../orders/queries/orders";
import { reportMilestone } from "../orders/report-milestone";
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

const figureOf = async ({ database }: Pick<Awaited<ReturnType<typeof orderMarket>>, "database">) => {
  const { onTimeCount, deliveredCount, earlyCount } = await onTimeBy(database.read, "provider");
  return { onTimeCount, deliveredCount, earlyCount };
};

/** A haul that was fetched and is delivered so many days later, by a bid of at most two. */
async function deliveredAfter(days: number) {
  const market = await orderMarket();
  const { orderId } = market;
  await heldTo(market.database, orderId, { spec: {} });
  const report = async (code: string, more: object = {}) => {
    const input = { orderId, code, occurredAt: toIso(market.now()), ...EARLY, ...more };
    expect(await doAs(market)("timur", reportMilestone, input)).toMatchObject({ kind: "done" });
  };
  for (const code of ["booked", "picked_up"]) await report(code);
  market.wait(days * DAY_MS);
  await report("delivered", { lateReason: "own_fault" });
  // What is early of this market's haul is not asked here.
  await market.database.write((tx) => tx.update(orderMilestones).set({ earliestAt: null, earlyReason: null }));
  const sendBack = async () =>
    expect(await doAs(market)("lin", requestChanges, { orderId, words: "Two cartons are missing." })).toMatchObject({
      kind: "done",
    });
  const lateOf = async () => {
    const page = await orderPage(market.database.read, actorOf("lin"), { id: orderId, now: market.now() });
    const list = await listOrders(market.database.read, actorOf("lin"), { now: market.now(), limit: 5 });
    expect(list.items.map(({ late }) => late)).toEqual([page?.late]);
    return page?.late?.step ?? null;
  };
  return { ...market, report, sendBack, lateOf };
}

test("a delivery that was late, is sent back and done anew stays late, on its order and in the share", async () => {
  const market = await deliveredAfter(9);
  expect(await market.lateOf()).toBe("delivered");
  await market.sendBack();
  expect(await market.lateOf()).toBe("delivered");
  market.wait(DAY_MS);
  await market.report("delivered");
  expect(await market.lateOf()).toBe("delivered");
  expect(await figureOf(market)).toEqual({ onTimeCount: 0, deliveredCount: 1, earlyCount: 0 });
});

test("a delivery that was in time stays so, however late it is done anew", async () => {
  const market = await deliveredAfter(1);
  await market.sendBack();
  market.wait(30 * DAY_MS);
  await market.report("delivered");
  expect(await market.lateOf()).toBeNull();
  expect(await figureOf(market)).toEqual({ onTimeCount: 1, deliveredCount: 1, earlyCount: 0 });
});

test("a report of a late delivery that is struck counts for nothing: the one in its place does", async () => {
  const market = await deliveredAfter(9);
  const { orderId } = market;
  const struck = { reason: "wrong_order", by: "provider", at: market.now() } as never;
  await market.database.write((tx) => reopenMilestone(tx, { orderId, code: "delivered" }, { struck }));
  await market.database.write((tx) => tx.update(orders).set({ state: "in_progress", deliveredAt: null }));
  const steps = await findMilestones(market.database.read, { id: orderId, service: "logistics" });
  const fetchedAt = steps.find(({ code }) => code === "picked_up")?.occurredAt;
  await market.report("delivered", { occurredAt: toIso((fetchedAt ?? START) as never) });
  expect(await market.lateOf()).toBeNull();
  expect(await figureOf(market)).toEqual({ onTimeCount: 1, deliveredCount: 1, earlyCount: 0 });
});

test("an order whose visit was early counts in no share, though the inspector came again in time", async () => {
  const market = await inspectionMarket();
  await market.book("timur", { plannedDay: "2026-11-26" });
  expect(await market.checkIn("timur", { earlyReason: "The factory had packed a day sooner" })).toMatchObject({
    kind: "done",
  });
  await market.save(await market.found(8));
  await market.stay();
  await market.checkOut();
  expect(await market.issue()).toMatchObject({ kind: "done" });
  expect(await figureOf(market)).toMatchObject({ deliveredCount: 0, earlyCount: 1 });
  await market.decide("reinspect", "Sort them");
  market.wait(3 * DAY_MS);
  await market.visit(0);
  const steps = await findMilestones(market.database.read, { id: market.orderId, service: "inspection" });
  expect(steps.filter(({ earliestAt }) => earliestAt !== null)).toEqual([]);
  expect(await figureOf(market)).toMatchObject({ deliveredCount: 0, earlyCount: 1 });
});
