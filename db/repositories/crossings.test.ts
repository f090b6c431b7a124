import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Mode } from "@/domain/hubs/place";
import { DAY_MS, instant, later } from "@/domain/shared/time";
import { freshDatabase } from "@/test/database";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import { orderMilestones, orders as ordersTable } from "../schema/orders";
import { ownTraffic } from "./crossings";

const NOW = instant(Date.UTC(2026, 10, 24));
const SINCE = later(NOW, -14 * DAY_MS);

test("own orders that came to a hub and that crossed there are counted apart, within the days and by hub", async () => {
  const database = await freshDatabase();
  await tradingParties(database);
  const report = async (hubId: string, code: string, days: number, mode: Mode = "road") => {
    const at = later(NOW, -30 * DAY_MS);
    const { orders } = await contractDeal(database, { hubId, isBorderHub: true, at, services: ["logistics"] });
    await database.write((tx) =>
      tx
        .update(ordersTable)
        .set({ mode })
        .where(eq(ordersTable.id, orders.logistics ?? "")),
    );
    const isIt = and(eq(orderMilestones.orderId, orders.logistics ?? ""), eq(orderMilestones.code, code));
    await database.write((tx) =>
      tx
        .update(orderMilestones)
        .set({ occurredAt: later(NOW, days * DAY_MS) })
        .where(isIt),
    );
  };
  for (const days of [-14.1, -14, -1, 0, 0.1]) await report("horgos", "arrived_hub", days);
  await report("horgos", "crossed_border", -3);
  await report("suifenhe", "crossed_border", -3);
  await report("horgos", "crossed_border", -0.5);
  await report("suifenhe", "crossed_border", -2);
  // What is gated in at a port crosses no border there.
  await report("ningbo", "arrived_hub", -3, "sea");
  const counted = await ownTraffic(database.read, { since: SINCE, now: NOW });
  expect(counted.map(({ hubId, mode, came, crossed }) => [hubId, mode, came, crossed]).sort()).toEqual([
    ["horgos", "road", 3, 2],
    ["suifenhe", "road", 0, 2],
  ]);
  // Of more crossings than are read the latest count, with what came in their time.
  const latest = await ownTraffic(database.read, { since: SINCE, now: NOW }, 1);
  expect(latest.map(({ hubId, came, crossed }) => [hubId, came, crossed]).sort()).toEqual([
    ["horgos", 2, 1],
    ["suifenhe", 0, 1],
  ]);
});
