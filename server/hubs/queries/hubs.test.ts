import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertClosure, insertState, latestStates, statesOfHub } from "@/db/repositories/hub-board";
import { requests } from "@/db/schema/requests";
import { DAY_MS, HOUR_MS, type Instant, later } from "@/domain/shared/time";
import { biddingMarket, CLOSES } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { boardRows, hubBoard, hubList, hubOutlook, hubPage } from "./hubs";
import { insertMilestones } from "@/db/repositories/orders";
import { hubStates } from "@/db/schema/hub-board";
import { orderMilestones, orders } from "@/db/schema/orders";
import type { Database } from "@/db/database";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import { freshDatabase } from "@/test/database";
import { planWays } from "@/domain/hubs/plan-ways";
import { readBoard } from "../read-board";
import { referenceData } from "./network";

const at = (days: number) => later(START, days * DAY_MS);

async function hubMarket() {
  const market = await biddingMarket();
  const { database } = market;
  let serial = 0;
  const by = { enteredByUserId: "user-platform", enteredAt: START };
  return {
    ...market,
    read: database.read,
    count: (hubId: string, backlog: number, asOf = START, mode: "road" | "rail" = "road") =>
      database.write((tx) =>
        insertState(tx, {
          ...{ id: `s${++serial}`, hubId, mode, backlog, throughputPerDay: 100, capacityPerDay: null },
          ...{ opensAt: null, shutsAt: null, asOf, source: "port", ...by },
        }),
      ),
    close: (hubId: string, from: number, to: number, mode: "road" | "rail" | null = null) =>
      database.write((tx) =>
        insertClosure(tx, {
          ...{ id: `c${++serial}`, hubId, mode, fromAt: at(from), toAt: at(to), zone: "Asia/Shanghai" },
          ...{ reason: "holiday", source: "customs", ...by },
        }),
      ),
  };
}

test("A hub's card counts the public requests through it that take bids now, and each kind lists those with most first.", async () => {
  const { read, database, requestId } = await hubMarket();
  const open = async (now = START) =>
    (await hubList(read, now)).flatMap(({ id, openRequests }) => (openRequests > 0 ? [[id, openRequests]] : []));
  const set = (change: Partial<typeof requests.$inferInsert>) =>
    database.write((tx) => tx.update(requests).set(change).where(eq(requests.id, requestId)));
  expect(await open()).toEqual([["horgos", 1]]);
  expect((await hubList(read, START))[0]?.id).toBe("horgos");
  expect((await hubPage(read, "horgos", START))?.openRequests).toBe(1);
  expect((await hubPage(read, "alashankou", START))?.openRequests).toBe(0);
  expect([await open(later(CLOSES, -1)), await open(CLOSES)]).toEqual([[["horgos", 1]], []]);
  await set({ hubId: "suifenhe" });
  const cards = await hubList(read, START);
  expect(cards[0]?.id).toBe("suifenhe");
  const kinds = cards.map(({ kind }) => kind);
  expect(kinds).toEqual(
    [...kinds].sort((a, b) => ["border", "sea", "air"].indexOf(a) - ["border", "sea", "air"].indexOf(b)),
  );
  await set({ visibility: "invited" });
  expect(await open()).toEqual([]);
  await set({ visibility: "open", state: "cancelled" });
  expect(await open()).toEqual([]);
});

test("A hub's board shows its own figures and closures by mode, and how far each of them lies back or ahead.", async () => {
  const { read, count, close } = await hubMarket();
  await count("horgos", 100, at(-3));
  await count("horgos", 200, at(-1));
  await count("horgos", 300, at(-2), "rail");
  await count("alashankou", 900);
  await close("horgos", -1, 1, "road");
  await close("horgos", -2, 2, "road");
  await close("horgos", 3, 4, "rail");
  await close("alashankou", -1, 9);
  const board = await hubBoard(read, "horgos", START);
  expect(
    board?.modes.map(({ mode, state, closedUntil }) => [mode, state?.backlog, state?.isStale, closedUntil]),
  ).toEqual([
    ["road", 200, false, at(2)],
    ["rail", 300, false, null],
  ]);
  expect(board?.closures.map(({ from }) => from)).toEqual([at(-2), at(-1), at(3)]);
  const ahead = board?.modes[0]?.ahead ?? [];
  expect(ahead.map(({ day, time }) => `${day} ${time}`).toSpliced(1, 37)).toEqual([
    ...["2026-11-24 18:00", "2026-12-07 12:00", "2026-12-07 18:00"],
  ]);
  expect(ahead[0]?.closedHours).toBe(46);
  const stale = async (days: number, ms = 0) =>
    (await hubBoard(read, "horgos", later(at(days), ms)))?.modes.map(({ state }) => state?.isStale);
  expect([await stale(5), await stale(5, 1), await stale(6), await stale(6, 1)]).toEqual([
    ...[
      [false, false],
      [false, true],
      [false, true],
      [true, true],
    ],
  ]);
  const outlook = await hubOutlook(read, { hubId: "horgos", mode: "rail", direction: "export", now: START });
  expect(outlook).toMatchObject({ hub: { id: "horgos" }, mode: "rail", closures: [{ mode: "rail" }], seq: 6 });
});

test("The last figures of each hub and mode count, of one time the later entry, and those before a day not at all.", async () => {
  const { read, count } = await hubMarket();
  await count("horgos", 100, at(-1));
  await count("horgos", 200, at(-2));
  await count("horgos", 300, at(-3), "rail");
  await count("alashankou", 400, at(-4));
  await count("alashankou", 500, at(-4));
  const latest = async (since: number) =>
    [...(await latestStates(read, at(since)))].map(([key, { backlog }]) => [key, backlog]).sort();
  const all = [
    ["alashankou/road", 500],
    ["horgos/rail", 300],
    ["horgos/road", 100],
  ];
  expect([await latest(-4), await latest(-3), await latest(-2)]).toEqual([all, all.slice(1), all.slice(2)]);
  const of = async (mode?: "road" | "rail", limit = 9) =>
    (await statesOfHub(read, { hubId: "horgos", limit, ...(mode ? { mode } : {}) })).map(({ backlog }) => backlog);
  expect([await of(), await of("rail"), await of("road", 1)]).toEqual([[100, 200, 300], [300], [100]]);
});

test("Administrators see first the hubs of which something is known, land borders before the others.", async () => {
  const { read, actors, count, close } = await hubMarket();
  await count("pingxiang", 100, at(-99));
  await close("CNSHA-PORT", 0, 1);
  await close("suifenhe", 0, 1);
  await close("horgos", -9, -1);
  const rows = (await boardRows(read, actors.administrator, later(START, HOUR_MS))) ?? [];
  expect(rows.slice(0, 3).map(({ hub }) => hub.id)).toEqual(["pingxiang", "suifenhe", "CNSHA-PORT"]);
  expect(rows[0]).toMatchObject({ states: [{ backlog: 100 }], closureCount: 0 });
  expect(rows.slice(1, 3).map(({ states, closureCount }) => [states.length, closureCount])).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(rows.find(({ hub }) => hub.id === "horgos")).toMatchObject({ states: [], closureCount: 0 });
  expect(rows[3]?.hub.isBorderHub).toBe(true);
  for (const actor of [actors.buyer, actors.visitor]) expect(await boardRows(read, actor, START)).toBeNull();
});

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

test("a rail port with enough own crossings has its own wait all year, by which ways are planned; another has the one estimate", async () => {
  const database = await freshDatabase();
  await tradingParties(database);
  // No other test has asked about this time: what orders say is kept for a quarter of an hour.
  const now = later(START, 9 * HOUR_MS);
  await crossed(
    database,
    lately(Array(5).fill(34)).map((one) => ({ ...one, mode: "rail" as const })),
  );
  const railOf = async (hubId: string) =>
    (await hubPage(database.read, hubId, now))?.waitsByMode.find(({ mode }) => mode === "rail");
  const own = await railOf("horgos");
  expect(own).toMatchObject({ basis: "orders" });
  expect(new Set(own?.months.map(({ hours }) => hours))).toEqual(new Set([34]));
  const { waits } = await readBoard(database.read, now);
  expect(waits.export("horgos", "rail", later(now, 40 * DAY_MS))).toMatchObject({ source: "orders", hours: 34 });
  const other = await railOf("alashankou");
  expect(other).toMatchObject({ basis: "year" });
  expect(new Set(other?.months.map(({ hours }) => hours))).toEqual(new Set([24]));
});
