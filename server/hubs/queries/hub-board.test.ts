import { expect, test } from "vitest";
import { insertMilestones } from "@/db/repositories/orders";
import { hubStates } from "@/db/schema/hub-board";
import { orderMilestones, orders } from "@/db/schema/orders";
import type { Database } from "@/db/database";
import { and, eq } from "drizzle-orm";
import { DAY_MS, HOUR_MS, type Instant, later } from "@/domain/shared/instant";
import { START } from "@/test/posting-market";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import { freshDatabase } from "@/test/database";
import { planWays } from "@/domain/hubs/plan-ways";
import { readBoard } from "../read-board";
import { hubBoard } from "./hub-board";
import { referenceData } from "./network";

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
      if (known.length === 0) await insertMilestones(tx, [{ id: orderId, service: "logistics", mode }]);
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
  expect(await timesOf(database, "road")).toEqual({ orders: 5, halfWithinHours: 30, nineInTenWithinHours: 50 });
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
  expect((await timesOf(database, "road"))?.orders).toBe(5);
});

/** Counts of the watch at Horgos by road, each standing for so many hours. */
const counted = (database: Database, hours: number, days: readonly number[]) =>
  database.write((tx) =>
    tx.insert(hubStates).values(
      days.map((day) => ({
        ...{ id: `count-${day}`, hubId: "horgos", mode: "road" as const, backlog: hours * 10, throughputPerDay: 240 },
        ...{ capacityPerDay: null, opensAt: null, shutsAt: null, source: "watch", enteredByUserId: "buyer" },
        ...{ asOf: later(START, day * DAY_MS), enteredAt: later(START, day * DAY_MS) },
      })),
    ),
  );

/** A way of goods that took so many hours at the border, which they left a day after each other. */
const lately = (hours: readonly number[]): Crossing[] =>
  hours.map((hour, at) => ({ hours: hour, crossedAt: later(START, (at - hours.length) * DAY_MS) }));

test("a board that says far less than goods wait is told so, and waits are planned by the own crossings", async () => {
  const database = await freshDatabase();
  await tradingParties(database);
  // What orders say is kept for a quarter of an hour, and the tests before have asked at the start.
  const now = later(START, HOUR_MS);
  await counted(database, 14, [-28, -21, -14, -7, -1]);
  await crossed(database, lately(Array(20).fill(100)));
  const [road] = (await hubBoard(database.read, "horgos", now))?.modes ?? [];
  expect(road?.boardRecord).toMatchObject({
    boardHours: 14,
    ownHours: 100,
    isApart: true,
    plannedBy: "orders",
  });
  expect(road?.wait).toMatchObject({ basis: "orders", hours: 100 });
  const { network } = await referenceData(database.read);
  const ways = planWays(
    network,
    { originId: "CNYIU", destinationId: "KZALA", mode: "road", hubId: "horgos", month: 11, k: 1 },
    { departsAt: now, waits: (await readBoard(database.read, now)).waits },
  );
  expect(ways).toMatchObject({ ok: true, value: [{ borderWait: { hours: 100, basis: "orders" } }] });
});

test("a board that says what goods wait is planned by", async () => {
  const database = await freshDatabase();
  await tradingParties(database);
  const now = later(START, 2 * HOUR_MS);
  await counted(database, 90, [-28, -21, -14, -7, -1]);
  await crossed(database, lately(Array(20).fill(100)));
  const [road] = (await hubBoard(database.read, "horgos", now))?.modes ?? [];
  expect(road?.boardRecord).toMatchObject({ boardHours: 90, isApart: false, plannedBy: "board" });
  expect(road?.wait).toMatchObject({ basis: "board", hours: 90 });
});
