import { expect, test } from "vitest";
import { insertMilestones } from "@/db/repositories/orders";
import { orderMilestones, orders } from "@/db/schema/orders";
import type { Database } from "@/db/database";
import { and, eq } from "drizzle-orm";
import { DAY_MS, HOUR_MS, type Instant, later } from "@/domain/shared/instant";
import { START } from "@/test/posting-market";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import { freshDatabase } from "@/test/database";
import { hubBoard } from "./hub-board";

type Crossing = { readonly hours: number; readonly crossedAt?: Instant; readonly mode?: "road" | "rail" };

/** Orders of carriage through a hub that crossed so long after they had come there. */
async function crossed(database: Database, crossings: readonly Crossing[], hubId = "horgos") {
  for (const { hours, crossedAt = later(START, -DAY_MS), mode = "road" } of crossings) {
    const { orders: made } = await contractDeal(database, {
      ...{ hubId, isBorderHub: true, services: ["logistics"], at: later(START, -100 * DAY_MS) },
    });
    const [orderId = ""] = Object.values(made);
    await database.write(async (tx) => {
      await tx.update(orders).set({ mode }).where(eq(orders.id, orderId));
      const known = await tx.select().from(orderMilestones).where(eq(orderMilestones.orderId, orderId));
      if (known.length === 0) await insertMilestones(tx, [{ id: orderId, service: "logistics" }]);
      const at = (code: string, occurredAt: Instant) =>
        tx
          .update(orderMilestones)
          .set({ occurredAt })
          .where(and(eq(orderMilestones.orderId, orderId), eq(orderMilestones.code, code)));
      await at("arrived_hub", later(crossedAt, -hours * HOUR_MS));
      await at("crossed_border", crossedAt);
    });
  }
}

const timesOf = async (database: Database, mode: string) =>
  (await hubBoard(database.read, "horgos", START))?.modes.find((one) => one.mode === mode)?.crossings;

const ofHours = (hours: readonly number[]): Crossing[] => hours.map((hour) => ({ hours: hour }));

test("the market's own crossings are told by their median and the time nine in ten did not exceed, by hub and mode", async () => {
  const database = await freshDatabase();
  await tradingParties(database);
  await crossed(database, ofHours([30, 12, 50, 24, 40]));
  await crossed(database, [{ hours: 7, mode: "rail" }]);
  await crossed(database, ofHours([99, 99]), "alashankou");
  expect(await timesOf(database, "road")).toEqual({ n: 5, p50Ms: 30 * HOUR_MS, p90Ms: 50 * HOUR_MS });
  expect(await timesOf(database, "rail")).toBeNull();
});

test("fewer than five are told to nobody, and neither counts what crossed more than ninety days ago or is still to come", async () => {
  const database = await freshDatabase();
  await tradingParties(database);
  await crossed(database, ofHours([1, 2, 3, 4]));
  await crossed(database, [{ hours: 5, crossedAt: later(START, -90 * DAY_MS - 1) }]);
  await crossed(database, [{ hours: 5, crossedAt: later(START, HOUR_MS) }]);
  expect(await timesOf(database, "road")).toBeNull();
  await crossed(database, [{ hours: 5, crossedAt: later(START, -90 * DAY_MS) }]);
  expect((await timesOf(database, "road"))?.n).toBe(5);
});
