import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { statementsOf } from "@/db/drivers/statement-count";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { orderMilestones } from "@/db/schema/orders";
import type { KeptEvidence } from "@/domain/orders/evidence";
import { FUNDS_STEP } from "@/domain/services/payment/funds";
import { assert } from "@/domain/shared/result";
import { orderMarket } from "@/test/order-market";
import { tasksOf } from "./registry";

/** More than was due has come in, which nobody has spoken of: what is asked of whom depends on what was agreed. */
const SURPLUS = {
  receipts: [{ amount: { minor: 12_000, currency: "USD" }, valueDate: "2026-11-24", remitter: "Buyer" }],
  difference: { minor: 2_000, currency: "USD" },
  surplus: { minor: 2_000, currency: "USD" },
};

test("what many payments wait for is read by as many statements as what one waits for", async () => {
  const { database, orders, now } = await orderMarket({ services: ["payment"] });
  const id = orders.payment as string;
  const step = and(eq(orderMilestones.orderId, id), eq(orderMilestones.code, FUNDS_STEP));
  const evidence = { funds: SURPLUS } as unknown as KeptEvidence;
  await database.write((tx) => tx.update(orderMilestones).set({ evidence }).where(step));
  const order = await findOrder(database.read, id);
  assert(order, "the order is there");
  const told = { ...order, milestones: await findMilestones(database.read, order) };
  const reads = async (count: number) => {
    const all = Array.from({ length: count }, () => told);
    const { reads: sent } = await statementsOf(async () => {
      expect((await tasksOf(database.read, all, now())).get(id)).toBeDefined();
    });
    return sent.length;
  };
  expect(await reads(4)).toBe(await reads(1));
});
