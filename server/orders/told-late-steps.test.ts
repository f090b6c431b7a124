import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { EARLY, actorOf, orderMarket, START } from "../../test/order-market";
import { doAs, heldTo } from "../../test/held-order";
import { auditEntries } from "../../db/schema/platform";
import { mails, notices, outbox } from "../../db/schema/notices";
import { orders } from "../../db/schema/orders";
import { requests } from "../../db/schema/requests";
import { HOUR_MS, later, toIso } from "../../domain/shared/time";
import { lateStep } from "../../views/late-step";
import { toWire } from "../../views/fields";
import { relayRound } from "../worker/relay";
import { lateRound } from "../worker/timers";
import { chainPage } from "./queries/chain";
import { listOrders, orderPage } from "./queries/orders";
import { reportMilestone } from "./report-milestone";

const PICKUP = { pickupFrom: toIso(START), pickupTo: toIso(later(START, HOUR_MS)) };

/** A haul that is booked and to be picked up an hour after the market's first moment, with a day at the border. */
async function haul(deal: Parameters<typeof orderMarket>[0] = {}) {
  const market = await orderMarket(deal);
  const { database, on } = market;
  const orderId = market.orders.logistics as string;
  await heldTo(database, orderId, { spec: PICKUP, terms: { borderWaitHours: 24 } });
  const report = (code: string, more: object = {}) =>
    doAs(market)("timur", reportMilestone, {
      ...{ orderId, code, occurredAt: toIso(market.now()), ...EARLY, ...more },
    });
  expect(await report("booked")).toMatchObject({ kind: "done" });
  const listed = async (who: Parameters<typeof actorOf>[0], filter: object = {}) =>
    (await listOrders(database.read, actorOf(who), { limit: 9, now: market.now(), ...filter })).items;
  return {
    ...market,
    orderId,
    report,
    listed,
    late: async (who: Parameters<typeof actorOf>[0]) => (await listed(who)).map(({ late }) => late),
    tick: () => lateRound(on),
    told: async () => {
      const rows = await database.read.select().from(outbox);
      return rows.flatMap(({ event }) => (event.type === "order.step_late" ? [event.code] : []));
    },
  };
}

describe("a step whose time has passed", () => {
  test("is told its buyer once, however often the clock looks and whoever else does at that moment", async () => {
    const of = await haul();
    of.wait(HOUR_MS - 1);
    await of.tick();
    expect(await of.told()).toEqual([]);
    of.wait(1);
    await Promise.all([of.tick(), of.tick()]);
    of.wait(20 * HOUR_MS);
    const tried = (await of.database.read.select().from(auditEntries)).length;
    await of.tick();
    expect(await of.told()).toEqual(["picked_up"]);
    expect((await of.database.read.select().from(auditEntries)).length).toBe(tried);
  });

  test("is looked for while others have their turns, and no further once the clock is to stop", async () => {
    const of = await haul({ services: ["logistics", "customs"] });
    let turns = 0;
    const other = setInterval(() => turns++);
    await of.tick();
    clearInterval(other);
    expect(turns).toBeGreaterThan(0);
    of.wait(HOUR_MS);
    await lateRound(of.on, () => true);
    expect(await of.told()).toEqual([]);
    await of.tick();
    expect(await of.told()).toEqual(["picked_up"]);
  });

  test("is read in the inbox and by mail by those of the buyer who carry orders out, and by nobody else", async () => {
    const of = await haul();
    of.wait(HOUR_MS);
    await of.tick();
    while (await relayRound(of.on));
    const rows = await of.database.read.select().from(notices).where(eq(notices.kind, "order_step_late"));
    expect(rows.map(({ userId, href }) => [userId, href])).toEqual([["lin", `/orders/${of.orderId}`]]);
    const sent = (await of.database.read.select().from(mails)).filter(({ subject }) => subject.includes("逾期"));
    expect(sent.map(({ toAddress }) => toAddress)).toEqual(["lin@example.com"]);
  });

  test("is not told where its time has moved on, where the order is over, or where the step has been reported", async () => {
    const [moved, over, reported] = [await haul(), await haul(), await haul()];
    const pickupTo = toIso(later(START, 9 * HOUR_MS));
    await moved.database.write((tx) => tx.update(requests).set({ spec: { ...PICKUP, pickupTo } }));
    await over.database.write((tx) => tx.update(orders).set({ state: "cancelled", cancelledAt: START }));
    expect(await reported.report("picked_up")).toMatchObject({ kind: "done" });
    for (const market of [moved, over, reported]) {
      market.wait(2 * HOUR_MS);
      await market.tick();
      expect(await market.told()).toEqual([]);
    }
    moved.wait(7 * HOUR_MS);
    await moved.tick();
    expect(await moved.told()).toEqual(["picked_up"]);
  });
});

describe("the list of orders says of a late one", () => {
  test("by how much the step is late that is to come, then why it was, and nothing once a later step is in time", async () => {
    const of = await haul();
    expect(await of.late("lin")).toEqual([null]);
    of.wait(13 * HOUR_MS);
    const dueAt = later(START, HOUR_MS);
    const open = { step: "picked_up", dueAt, occurredAt: null, hours: 12, reason: null, words: null };
    expect(await of.late("lin")).toEqual([open]);
    expect(await of.late("timur")).toEqual([open]);
    expect((await of.listed("lin")).map((order) => order.late && toWire(lateStep, order.late))).toEqual([
      { step: "picked_up", dueAt: toIso(dueAt), occurredAt: null, hours: 12, reason: null, words: null },
    ]);
    expect(await of.report("picked_up", { lateReason: "goods_not_ready" })).toMatchObject({ kind: "done" });
    const done = { ...open, occurredAt: of.now(), reason: "goods_not_ready" };
    expect(await of.late("lin")).toEqual([done]);
    const page = await orderPage(of.database.read, actorOf("lin"), { id: of.orderId, now: of.now() });
    expect(page?.late).toEqual(done);
    expect(await of.report("arrived_hub")).toMatchObject({ kind: "done" });
    expect(await of.late("lin")).toEqual([null]);
  });

  test("only that order where late ones are asked for, page by page, and nothing to a stranger", async () => {
    const of = await haul();
    expect(await of.listed("lin", { isLate: true })).toEqual([]);
    of.wait(2 * HOUR_MS);
    expect((await of.listed("lin", { isLate: true })).map(({ id }) => id)).toEqual([of.orderId]);
    expect(await of.listed("lin", { isLate: true, service: "customs" })).toEqual([]);
    expect(await of.listed("stranger", { isLate: true })).toEqual([]);
    await of.database.write((tx) => tx.update(orders).set({ state: "cancelled", cancelledAt: START }));
    expect(await of.listed("lin", { isLate: true })).toEqual([]);
  });

  test("once it is completed the step that was late by most, though the last one was in time", async () => {
    const of = await haul({ services: ["logistics", "customs"] });
    of.wait(13 * HOUR_MS);
    await of.report("picked_up", { lateReason: "goods_not_ready" });
    await of.report("arrived_hub");
    await of.database.write((tx) => tx.update(orders).set({ state: "completed", completedAt: of.now() }));
    const late = await of.listed("lin", { isLate: true });
    expect(late.map((order) => [order.id, order.late?.step])).toEqual([[of.orderId, "picked_up"]]);
    expect((await of.listed("lin")).map((order) => order.late?.step ?? null).toSorted()).toEqual([null, "picked_up"]);
    const page = await orderPage(of.database.read, actorOf("lin"), { id: of.orderId, now: of.now() });
    expect(page?.late?.step).toBe("picked_up");
  });
});

test("the chain of a deal keeps every late step of an order, to its two parties alone", async () => {
  const of = await haul({ services: ["logistics", "customs"] });
  await of.database.write((tx) =>
    tx.update(orders).set({ providerOrganisationId: "elsewhere" }).where(eq(orders.service, "customs")),
  );
  of.wait(13 * HOUR_MS);
  await of.report("picked_up", { lateReason: "goods_not_ready" });
  await of.report("arrived_hub");
  of.wait(30 * HOUR_MS);
  const [order] = await of.database.read.select().from(orders);
  const late = async (who: "lin" | "timur" | "stranger") => {
    const view = await chainPage(of.database.read, actorOf(who), { dealId: order?.dealId ?? "", now: of.now() });
    return view?.orders.flatMap(({ late }) => late.map(({ step, reason }) => [step, reason]));
  };
  const both = [
    ["picked_up", "goods_not_ready"],
    ["crossed_border", null],
  ];
  expect(await late("lin")).toEqual(both);
  expect(await late("timur")).toEqual(both);
  expect(await late("stranger")).toEqual([]);
});
