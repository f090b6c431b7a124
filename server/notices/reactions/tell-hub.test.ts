import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mails, notices } from "@/db/schema/notices";
import { orderMilestones, orders } from "@/db/schema/orders";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { done } from "@/test/bidding-market";
import { orderMarket, START } from "@/test/order-market";
import { announceClosure, enterHubState, withdrawClosure } from "../../hubs/hub-state";
import { execute } from "../../platform/execute";
import { mintActor } from "../../platform/identity/mint-actor";
import { relayRound } from "../../worker/relay";

const actor = mintActor({ kind: "user", userId: "stranger", organisationId: "platform", role: "administrator" });
const CLOSURE = {
  ...{ hubId: "horgos", mode: "road", zone: "Asia/Shanghai", reason: "Spring Festival", source: "Customs notice" },
  ...{ from: toIso(later(START, DAY_MS)), to: toIso(later(START, 4 * DAY_MS)) },
};
const STATE = { hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };

/** A carriage by road through Horgos that is under way, and what its people read of the hub. */
async function underWay() {
  const of = await orderMarket();
  const { on, database, orderId } = of;
  return {
    ...of,
    close: async (changes: object = {}) =>
      done(await execute(announceClosure, { actor, input: { ...CLOSURE, ...changes } }, on)).id,
    open: async (closureId: string) =>
      done(await execute(withdrawClosure, { actor, input: { closureId, reason: "Done early" } }, on)),
    enter: async (backlog: number, hours: object = {}) =>
      done(await execute(enterHubState, { actor, input: { ...STATE, backlog, ...hours } }, on)),
    told: async () => {
      while (await relayRound(on));
      const rows = await database.read.select().from(notices);
      return rows.map(({ userId, kind }) => `${userId} ${kind}`).sort();
    },
    set: (state: "completed" | "in_progress") =>
      database.write((tx) => tx.update(orders).set({ state }).where(eq(orders.id, orderId))),
  };
}

const EVERYBODY = (kind: string) => ["aigul", "lin", "timur"].map((user) => `${user} ${kind}`);

test("of a closure both parties of an order under way through the hub read once, in the inbox and not by mail", async () => {
  const of = await underWay();
  await of.close();
  expect(await of.told()).toEqual(EVERYBODY("hub_closed"));
  const [row] = await of.database.read.select().from(notices).where(eq(notices.kind, "hub_closed"));
  expect(row).toMatchObject({
    href: "/hubs/horgos",
    facts: {
      hubId: "horgos",
      hubEn: "Horgos",
      mode: "road",
      from: "2026-11-25 10:00",
      until: "2026-11-28 10:00",
      zone: "Asia/Shanghai",
    },
  });
  expect(await of.database.read.select().from(mails)).toEqual([]);
});

test("a closure of all modes concerns them too, and its withdrawal is told as well", async () => {
  const of = await underWay();
  await of.open(await of.close({ mode: null }));
  expect(await of.told()).toEqual([...EVERYBODY("hub_closed"), ...EVERYBODY("hub_reopened")].sort());
});

test.each([
  ["of another mode", { mode: "rail" }],
  ["of another hub", { hubId: "alashankou" }],
])("a closure %s concerns nobody", async (_, changes) => {
  const of = await underWay();
  await of.close(changes);
  expect(await of.told()).toEqual([]);
});

test("whose order is over, or whose goods are beyond the border, is not told", async () => {
  const over = await underWay();
  await over.set("completed");
  await over.close();
  expect(await over.told()).toEqual([]);
  const beyond = await underWay();
  await beyond.database.write((tx) =>
    tx
      .update(orderMilestones)
      .set({ occurredAt: START })
      .where(and(eq(orderMilestones.orderId, beyond.orderId), eq(orderMilestones.code, "crossed_border"))),
  );
  await beyond.close();
  expect(await beyond.told()).toEqual([]);
});

test("of a new count people read where the queue has changed by half a day, and programs in any case", async () => {
  const of = await underWay();
  // 59.4 h as the month has it, then 51.4, then 72.
  await of.enter(1_500);
  expect(await of.told()).toEqual([]);
  await of.enter(2_100);
  expect(await of.told()).toEqual(EVERYBODY("hub_wait_changed"));
});

test("a queue that a night comes into is told to nobody, and one that grows by half a day of traffic to everybody", async () => {
  const of = await underWay();
  const byDay = (backlog: number) => of.enter(backlog, { opensAt: "08:00", shutsAt: "20:00" });
  // 870 trucks at 700 a day are 14.9 open hours, and the month's 59.4 h of days and nights 29.7.
  await byDay(870);
  expect(await of.told()).toEqual(EVERYBODY("hub_wait_changed"));
  await byDay(570);
  // It is ten in the morning: 9.8 h end at 19:46, and 10.3 h on the next morning, a night later.
  await byDay(600);
  expect(await of.told()).toEqual(EVERYBODY("hub_wait_changed"));
  // 6.2 h more are half of what goes through in a day.
  await byDay(960);
  expect(await of.told()).toEqual([...EVERYBODY("hub_wait_changed"), ...EVERYBODY("hub_wait_changed")].sort());
  const facts = (await of.database.read.select().from(notices)).map((row) => row.facts);
  expect(facts.at(-1)).toMatchObject({ hours: 16.5, previous: 10.3 });
});
