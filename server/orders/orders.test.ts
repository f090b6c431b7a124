import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { actorOf, EARLY, orderMarket, START } from "@/test/order-market";
import { insertRule } from "../../db/repositories/market-rules";
import {
  findMilestones,
  findOrder,
  reopenedStepsOf,
  reopenMilestone,
  type StoredOrder,
} from "../../db/repositories/orders";
import { deals } from "../../db/schema/deals";
import { hubTraffic } from "../../db/schema/hubs";
import { mails, notices, outbox } from "../../db/schema/notices";
import { milestonesFor } from "../../domain/services/registry";
import { type Service, SERVICES } from "../../domain/shared/vocabulary";
import { DAY_MS, HOUR_MS, later, type LocalDate, toIso } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { notHandedOver } from "./handed-over-deliverables";
import { relayRound } from "../worker/relay";
import { acceptOrder, autoAcceptOrder, requestChanges } from "./accept-order";
import { cancelOrder } from "./cancel-order";
import { endException, raiseException } from "./delay/exceptions";
import { reportMilestone } from "./report-milestone";
import { sendPayment } from "../remittance/send-payment";

type Market = Awaited<ReturnType<typeof orderMarket>>;

const reportAs = (who: Parameters<typeof actorOf>[0], { on, orderId, now }: Market, code: string, more: object = {}) =>
  execute(
    reportMilestone,
    { actor: actorOf(who), input: { orderId, code, occurredAt: toIso(now()), ...EARLY, ...more } },
    on,
  );

/** Money that is sent is told with its bank's reference. */
const sendAs = (who: Parameters<typeof actorOf>[0], { on, orderId, now }: Market, words: string) => {
  const amount = { minor: 1, currency: "CNY" };
  const sending = { referenceKind: "bank", reference: "TT-2026-1124", amount, occurredAt: toIso(now()), words };
  return execute(sendPayment, { actor: actorOf(who), input: { orderId, ...sending } }, on);
};

const acceptAs = (who: Parameters<typeof actorOf>[0], { on, orderId }: Market, more: object = {}) =>
  execute(acceptOrder, { actor: actorOf(who), input: { orderId, ...more } }, on);

const cancelAs = (who: Parameters<typeof actorOf>[0], { on, orderId }: Market, reason = "plans changed") =>
  execute(cancelOrder, { actor: actorOf(who), input: { orderId, reason } }, on);

const order = ({ database, orderId }: Market) => findOrder(database.read, orderId);
const events = async ({ database }: Market) =>
  (await database.read.select().from(outbox)).map((row) => row.event.type).sort();

async function delivered(market: Market): Promise<void> {
  for (const code of ["booked", "picked_up", "delivered"])
    expect(await reportAs("timur", market, code)).toMatchObject({ kind: "done" });
}

test.each(SERVICES)("an order for %s goes from its first milestone through acceptance to its last", async (service) => {
  const market = await orderMarket({ services: [service] });
  const codes = milestonesFor(service, "road");
  for (const { code, isDelivery } of codes as readonly { code: string; isDelivery?: true }[]) {
    const taken =
      code === "sent" ? sendAs("timur", market, code) : reportAs("timur", market, code, { note: ` ${code} ` });
    expect(await taken).toMatchObject({ kind: "done" });
    if (isDelivery) expect(await acceptAs("lin", market)).toMatchObject({ kind: "done", value: { state: "accepted" } });
  }
  expect(await order(market)).toMatchObject({
    state: "completed",
    completedAt: START,
    acceptedAt: START,
    autoAcceptAt: null,
  });
  const milestones = await findMilestones(market.database.read, { id: market.orderId, service });
  expect(milestones.map(({ code, note, reportedByUserId }) => [code, note, reportedByUserId])).toEqual(
    codes.map(({ code }) => [code, code, "timur"]),
  );
});

test.each([
  ["logistics", "delivered", 7],
  ["customs", "released", 7],
  ["inspection", "report_issued", 7],
  ["payment", "received_by_payee", 3],
] as const)(
  "a delivered order for %s counts as accepted so many days after the report: %s, %i",
  async (service, code, days) => {
    const market = await orderMarket({ services: [service] });
    const needed = milestonesFor(service).filter(({ isRequired }, position) => position === 0 || isRequired);
    for (const step of needed) await reportAs("timur", market, step.code);
    market.wait(DAY_MS);
    const occurredAt = toIso(START);
    await reportAs("timur", market, code, { occurredAt });
    expect(await order(market)).toMatchObject({
      state: "delivered",
      deliveredAt: START,
      autoAcceptAt: START + DAY_MS + days * DAY_MS,
    });
  },
);

test("the days after which a delivery counts as accepted are those that hold when it is reported, not when it was", async () => {
  const market = await orderMarket();
  await market.database.write((tx) =>
    insertRule(tx, {
      ...{ id: "sooner", name: "auto_accept_days_services", value: 5, reason: "Asked for", enteredAt: START },
      effectiveFrom: later(START, DAY_MS),
    }),
  );
  await reportAs("timur", market, "booked");
  market.wait(DAY_MS);
  await reportAs("timur", market, "delivered", { occurredAt: toIso(START) });
  expect(await order(market)).toMatchObject({ autoAcceptAt: later(START, 6 * DAY_MS) });
});

test("the clock accepts at the time and not a millisecond earlier", async () => {
  const market = await orderMarket();
  await delivered(market);
  const tick = () =>
    execute(autoAcceptOrder, { actor: mintActor({ kind: "system" }), input: { orderId: market.orderId } }, market.on);
  market.wait(7 * DAY_MS - 1);
  expect(await tick()).toMatchObject({ kind: "refused", refusal: { code: "not_yet" } });
  market.wait(1);
  expect(await tick()).toMatchObject({ kind: "done" });
  expect(await order(market)).toMatchObject({ state: "accepted", acceptedAt: START + 7 * DAY_MS });
  expect(
    await execute(autoAcceptOrder, { actor: actorOf("lin"), input: { orderId: market.orderId } }, market.on),
  ).toMatchObject({ kind: "refused" });
});

test("the buyer is mailed to accept with the delivery alone, and not again with a step that is told late", async () => {
  const market = await orderMarket();
  await delivered(market);
  const told = async () => {
    await relayRound(market.on);
    const mailed = await market.database.read.select().from(mails);
    const read = await market.database.read.select().from(notices).where(eq(notices.userId, "lin"));
    return { mailed: mailed.length, kinds: read.map(({ kind }) => kind) };
  };
  const before = await told();
  expect(before.mailed).toBe(1);
  expect(before.kinds.filter((kind) => kind === "order_delivered")).toHaveLength(1);

  expect(await reportAs("timur", market, "arrived_destination")).toMatchObject({
    kind: "done",
    value: { state: "delivered" },
  });
  const after = await told();
  expect(after.mailed).toBe(1);
  expect(after.kinds.filter((kind) => kind === "order_delivered")).toHaveLength(1);
  expect(after.kinds).toHaveLength(before.kinds.length + 1);
  const steps = (await market.database.read.select().from(outbox)).flatMap(({ event }) =>
    event.type === "order.milestone_reported" ? [[event.code, event.isDelivery]] : [],
  );
  expect(new Map(steps as [string, boolean][])).toEqual(
    new Map([
      ["booked", false],
      ["picked_up", false],
      ["delivered", true],
      ["arrived_destination", false],
    ]),
  );
});

test("twenty acceptances at once have one effect", async () => {
  const market = await orderMarket();
  await delivered(market);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => acceptAs("lin", market)));
  expect(outcomes.filter((outcome) => outcome.kind === "done")).toHaveLength(1);
  expect(
    outcomes.filter((outcome) => outcome.kind === "refused" && outcome.refusal.code === "wrong_state"),
  ).toHaveLength(19);
  expect((await events(market)).filter((type) => type === "order.accepted")).toHaveLength(1);
});

test("twenty reports of one milestone at once have one effect", async () => {
  const market = await orderMarket();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => reportAs("timur", market, "booked")));
  expect(outcomes.filter((outcome) => outcome.kind === "done")).toHaveLength(1);
  expect((await order(market))?.version).toBe(2);
});

test.each([
  ["the buyer does not report", "lin", "report", "not_permitted"],
  ["a viewer does not accept", "wei", "accept", "not_permitted"],
  ["the provider does not accept", "aigul", "accept", "not_permitted"],
  ["the provider does not cancel", "aigul", "cancel", "not_permitted"],
  ["to a stranger the order is not there to report on", "stranger", "report", "not_found"],
  ["to a stranger the order is not there to accept", "stranger", "accept", "not_found"],
  ["to a stranger the order is not there to cancel", "stranger", "cancel", "not_found"],
] as const)("%s", async (_, who, verb, code) => {
  const market = await orderMarket();
  const before = await order(market);
  const outcome =
    verb === "report"
      ? await reportAs(who, market, "booked")
      : verb === "accept"
        ? await acceptAs(who, market)
        : await cancelAs(who, market);
  expect(outcome).toMatchObject({ kind: "refused", refusal: { code } });
  expect(await order(market)).toEqual(before);
});

test("who saw an older version is refused, and who saw the latest is not", async () => {
  const market = await orderMarket();
  await reportAs("timur", market, "booked");
  expect(await reportAs("timur", market, "picked_up", { version: 1 })).toMatchObject({
    kind: "refused",
    refusal: { code: "stale_version" },
  });
  expect(await reportAs("timur", market, "picked_up", { version: 2 })).toMatchObject({
    kind: "done",
    value: { version: 3 },
  });
});

test("whoever names an older version of an order changes nothing of it, whatever is asked", async () => {
  const market = await orderMarket();
  await reportAs("timur", market, "booked");
  const before = await order(market);
  const { on, orderId } = market;
  const named = { orderId, version: 1 };
  const refused = [
    await execute(acceptOrder, { actor: actorOf("lin"), input: named }, on),
    await execute(cancelOrder, { actor: actorOf("lin"), input: { ...named, reason: "x" } }, on),
    await execute(requestChanges, { actor: actorOf("lin"), input: { ...named, words: "x" } }, on),
    await execute(raiseException, { actor: actorOf("lin"), input: { ...named, reason: "vehicle", words: "x" } }, on),
    await execute(endException, { actor: actorOf("lin"), input: { ...named, words: "x" } }, on),
  ];
  for (const outcome of refused) expect(outcome).toMatchObject({ refusal: { code: "stale_version" } });
  expect(await order(market)).toEqual(before);
});

test("a cancelled order leaves the traffic of its hub, keeps its reason and takes no report", async () => {
  const market = await orderMarket();
  expect(await cancelAs("lin", market)).toMatchObject({ kind: "done", value: { state: "cancelled" } });
  expect(await order(market)).toMatchObject({ state: "cancelled", cancelReason: "plans changed", cancelledAt: START });
  const [traffic] = await market.database.read.select().from(hubTraffic).where(eq(hubTraffic.service, "logistics"));
  expect(traffic).toMatchObject({ count: 0, valueCnyMinor: 0n, weightGrams: 0 });
  expect(await reportAs("timur", market, "booked")).toMatchObject({
    kind: "refused",
    refusal: { code: "wrong_state" },
  });
  expect(await events(market)).toEqual(["order.cancelled"]);
});

test("an order whose work has begun is not called off, and still counts", async () => {
  const market = await orderMarket();
  await reportAs("timur", market, "booked");
  await reportAs("timur", market, "picked_up");
  expect(await cancelAs("lin", market)).toMatchObject({ kind: "refused", refusal: { code: "wrong_state" } });
  const [traffic] = await market.database.read.select().from(hubTraffic).where(eq(hubTraffic.service, "logistics"));
  expect(traffic?.count).toBe(1);
});

test("calling off needs a reason, a report a known time", async () => {
  const market = await orderMarket();
  expect(await cancelAs("lin", market, "  ")).toMatchObject({ kind: "malformed" });
  expect(await reportAs("timur", market, "booked", { occurredAt: "yesterday" })).toMatchObject({ kind: "malformed" });
});

describe("a step that was sooner than it can have been", () => {
  const NO_REASON = { earlyReason: "" };
  const kept = async ({ database, orderId }: Market, code: string, service: Service = "logistics") =>
    (await findMilestones(database.read, { id: orderId, service })).find((step) => step.code === code);

  /** The market with its goods ready on this day and a way of 900 km by road, which takes ten hours at the least. */
  async function withGoodsReady(readyDate: string): Promise<Market> {
    const market = await orderMarket();
    const days = { min: 1, max: 2 };
    const leg = {
      fromId: "CNYIU",
      toId: "KZALA",
      mode: "road" as const,
      km: 900,
      days,
      source: "test",
      isEstimate: false,
    };
    const way = {
      hubId: "horgos",
      mode: "road" as const,
      legs: [leg],
      distanceKm: 900,
      days,
      borderWait: null,
      isEstimate: false,
    };
    await market.database.write((tx) => tx.update(deals).set({ readyDate: readyDate as LocalDate, way }));
    expect(await reportAs("timur", market, "booked", NO_REASON)).toMatchObject({ kind: "done" });
    return market;
  }

  test("is asked why, changes nothing until it is told, and is kept with the reason", async () => {
    const market = await withGoodsReady("2026-12-06");
    // The goods are ready from 6 December, Beijing; nothing is fetched before 5 December there.
    const earliestAt = "2026-12-04T16:00:00.000Z";
    expect(await reportAs("timur", market, "picked_up", NO_REASON)).toMatchObject({
      kind: "refused",
      refusal: { code: "early_without_reason", details: { because: "goods_ready", hours: 254, earliestAt } },
    });
    expect(await reportAs("timur", market, "picked_up", { earlyReason: "   " })).toMatchObject({ kind: "refused" });
    expect(await kept(market, "picked_up")).toMatchObject({ occurredAt: null, earliestAt: null });
    const earlyReason = "Packed two weeks ahead";
    expect(await reportAs("timur", market, "picked_up", { earlyReason })).toMatchObject({ kind: "done" });
    expect(await kept(market, "picked_up")).toMatchObject({ earliestAt: Date.parse(earliestAt), earlyReason });
  });

  test("is any arrival faster than its way can be driven, and one at that very time is none", async () => {
    const market = await withGoodsReady("2026-11-24");
    expect(await reportAs("timur", market, "picked_up", NO_REASON)).toMatchObject({ kind: "done" });
    market.wait(10 * HOUR_MS - 1);
    const details = { because: "travel", hours: 1 };
    expect(await reportAs("timur", market, "delivered", NO_REASON)).toMatchObject({ refusal: { details } });
    market.wait(1);
    expect(await reportAs("timur", market, "delivered")).toMatchObject({ kind: "done" });
    expect(await kept(market, "delivered")).toMatchObject({ earliestAt: null, earlyReason: null });
  });

  test("keeps its mark with what it was told with, once it is reopened", async () => {
    const market = await withGoodsReady("2026-11-24");
    expect(await reportAs("timur", market, "picked_up", NO_REASON)).toMatchObject({ kind: "done" });
    expect(await reportAs("timur", market, "delivered")).toMatchObject({ kind: "done" });
    const earliestAt = START + 10 * HOUR_MS;
    await market.database.write((tx) => reopenMilestone(tx, { orderId: market.orderId, code: "delivered" }));
    expect(await reopenedStepsOf(market.database.read, market.orderId)).toMatchObject([
      { earliestAt, earlyReason: EARLY.earlyReason },
    ]);
    expect(await kept(market, "delivered")).toMatchObject({ occurredAt: null, earliestAt: null, earlyReason: null });
  });
});

describe("papers that are reported as complete while required ones are not entered", () => {
  const step = async ({ database, orders: { customs: id = "" } }: Market) =>
    (await findMilestones(database.read, { id, service: "customs" })).find(({ code }) => code === "documents_complete");
  const report = (market: Market, code: string, more: object = {}) =>
    execute(
      reportMilestone,
      {
        actor: actorOf("timur"),
        input: { orderId: market.orders.customs, code, occurredAt: toIso(market.now()), ...more },
      },
      market.on,
    );

  test("are asked why with their names, change nothing until it is told, and are kept with the reason", async () => {
    const market = await orderMarket({ services: ["customs"] as never });
    expect(await report(market, "documents_requested")).toMatchObject({ kind: "done" });
    expect(await report(market, "documents_complete")).toMatchObject({
      kind: "refused",
      refusal: { code: "papers_missing", details: { papers: expect.stringContaining("commercial_invoice") } },
    });
    expect(await step(market)).toMatchObject({ occurredAt: null });
    const papersReason = "Originals were handed over at our counter";
    expect(await report(market, "documents_complete", { papersReason })).toMatchObject({ kind: "done" });
    expect(await step(market)).toMatchObject({ evidence: { papersReason } });
  });

  test("are no matter of any other step", async () => {
    const market = await orderMarket({ services: ["customs"] as never });
    expect(await report(market, "documents_requested", { papersReason: "None" })).toMatchObject({ kind: "done" });
    const told = await findMilestones(market.database.read, { id: market.orders.customs ?? "", service: "customs" });
    expect(told.find(({ code }) => code === "documents_requested")?.evidence).toBeNull();
  });

  test("of a haul are those that it hands over itself: asked why with their names, and kept with the reason", async () => {
    const market = await orderMarket({ services: ["logistics"] });
    const asked = { papersReason: "" };
    const waybill = { evidence: { cmrNumber: "CN 100200" } };
    for (const [code, more] of [["booked"], ["picked_up", waybill], ["delivered"]] as const)
      expect(await reportAs("timur", market, code, { ...asked, ...more })).toMatchObject({ kind: "done" });
    expect(await acceptAs("lin", market)).toMatchObject({ kind: "done" });
    expect(await reportAs("timur", market, "documents_closed", asked)).toMatchObject({
      kind: "refused",
      refusal: {
        code: "deliverables_missing",
        details: { service: "logistics", deliverables: expect.stringMatching(/^booking_confirmation, .*weight_slip/) },
      },
    });
    // The number of the consignment note is the waybill.
    expect(await notHandedOver(market.database.read, (await order(market)) as StoredOrder)).not.toContain("waybill");
    const papersReason = "Originals went by courier";
    expect(await reportAs("timur", market, "documents_closed", { papersReason })).toMatchObject({ kind: "done" });
    const told = await findMilestones(market.database.read, { id: market.orderId, service: "logistics" });
    expect(told.find(({ code }) => code === "documents_closed")).toMatchObject({ evidence: { papersReason } });
    expect(told.find(({ code }) => code === "picked_up")?.evidence).not.toHaveProperty("papersReason");
  });
});
