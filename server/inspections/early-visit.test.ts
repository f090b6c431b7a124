import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { requests } from "../../db/schema/requests";
import { fieldMarket } from "@/test/field-market";
import { heldTo } from "@/test/held-order";
import { findMilestones } from "../../db/repositories/orders";
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso } from "../../domain/shared/time";
import { chains } from "../../db/schema/chain";
import { gateKey } from "../../domain/orders/chain/gate";
import { inspectionMarket } from "../../test/inspection-market";
import { actorOf, START } from "../../test/order-market";
import { reportMilestone } from "../orders/report-milestone";
import { chainPage } from "../orders/queries/chain";
import { execute } from "../platform/execute";

const DONE = { kind: "done" };
const HELD = { service: "logistics", code: "picked_up" } as const;
const EARLY_REASON = "The factory had packed a day sooner";
/** Midnight of 26 November in Shanghai, where the goods are: 38 hours after the market's clock begins. */
const DAY_BEGINS = Date.parse("2026-11-25T16:00:00Z");

const stepOf = async ({ database, orderId }: Pick<Awaited<ReturnType<typeof fieldMarket>>, "database" | "orderId">) =>
  (await findMilestones(database.read, { id: orderId, service: "inspection" })).find(({ code }) => code === "on_site");

test("an inspector who comes before the booked day is asked why, and the step is kept as early with the reason", async () => {
  const market = await inspectionMarket();
  await market.book("timur", { plannedDay: "2026-11-26" });
  const details = { because: "visit_day", hours: 38, earliestAt: toIso(DAY_BEGINS as never) };
  for (const earlyReason of [undefined, "   "])
    expect(await market.checkIn("timur", { earlyReason })).toMatchObject({
      refusal: { code: "early_without_reason", details },
    });
  expect(await market.last()).toMatchObject({ state: "booked", checkedInAt: null });
  expect(await market.checkIn("timur", { earlyReason: EARLY_REASON })).toMatchObject(DONE);
  expect(await stepOf(market)).toMatchObject({ earliestAt: DAY_BEGINS, earlyReason: EARLY_REASON });
});

test("from the first minute of its day where the goods are, a visit is not early, and keeps no reason", async () => {
  const market = await inspectionMarket();
  await market.book("timur", { plannedDay: "2026-11-26" });
  market.wait(38 * HOUR_MS - MINUTE_MS);
  expect(await market.checkIn()).toMatchObject({ refusal: { code: "early_without_reason" } });
  market.wait(MINUTE_MS);
  expect(await market.checkIn("timur", { earlyReason: EARLY_REASON })).toMatchObject(DONE);
  expect(await stepOf(market)).toMatchObject({ occurredAt: DAY_BEGINS, earliestAt: null, earlyReason: null });
});

test("a visit that is booked anew for today is made today", async () => {
  const market = await inspectionMarket();
  await market.book("timur", { plannedDay: "2026-11-26" });
  await market.book();
  expect(await market.checkIn()).toMatchObject(DONE);
  expect(await stepOf(market)).toMatchObject({ earliestAt: null });
});

/** A watched loading that is agreed for a day, of goods that are fetched from 20 December on. */
async function watchedLoading(date = "2026-12-20", more: object = {}, terms: object = {}) {
  const market = await inspectionMarket({ type: "container_loading", date, ...more }, terms);
  const id = `r-${market.idOf("logistics")}`;
  await market.database.write((tx) =>
    tx
      .update(requests)
      .set({ spec: { pickupFrom: "2026-12-20", pickupTo: "2026-12-22" } })
      .where(eq(requests.id, id)),
  );
  return market;
}

test("a loading is watched sooner than the goods are fetched only by the provider's own word, and its booking begins with the agreed day", async () => {
  const market = await watchedLoading();
  expect(await market.view("timur")).toMatchObject({ agreedDay: "2026-12-20" });
  expect(await market.book("timur", { plannedDay: "2026-12-19", isConfirmed: false })).toMatchObject({
    refusal: { code: "visit_before_goods", details: { day: "2026-12-20", because: "loading" } },
  });
  expect(await market.rounds()).toEqual([]);
  expect(await market.book("timur", { plannedDay: "2026-12-20", isConfirmed: false })).toMatchObject(DONE);
  expect(await market.book("timur", { plannedDay: "2026-12-19" })).toMatchObject(DONE);
});

test("a loading is watched before its agreed day only by the provider's own word, though goods may be fetched by then", async () => {
  const market = await watchedLoading("2026-12-21");
  const details = { day: "2026-12-21", because: "loading", book: "agreed", agreed: "2026-12-21" };
  expect(await market.book("timur", { plannedDay: "2026-12-20", isConfirmed: false })).toMatchObject({
    refusal: { code: "visit_before_goods", details },
  });
  expect(await market.book("timur", { plannedDay: "2026-12-21", isConfirmed: false })).toMatchObject(DONE);
  expect(await market.book("timur", { plannedDay: "2026-12-20" })).toMatchObject(DONE);
});

const OFFERED = { dateSlots: ["2026-12-18"] };

test.each([
  ["by the request", { loadingDate: "2026-12-22" }, "2026-12-22", "loading", "agreed"],
  ["by the carriage", {}, "2026-12-20", "pick_up", "that"],
])(
  "a loading on a day that is known %s is not watched on a sooner one that the inspector offered, and its booking begins with the day",
  async (_, more, day, because, book) => {
    const market = await watchedLoading("2026-12-17", more, OFFERED);
    expect(await market.view("timur")).toMatchObject({ agreedDay: day });
    for (const plannedDay of ["2026-12-18", "2026-12-19"])
      expect(await market.book("timur", { plannedDay, isConfirmed: false })).toMatchObject({
        refusal: { code: "visit_before_goods", details: { day, because, book } },
      });
    expect(await market.book("timur", { plannedDay: day, isConfirmed: false })).toMatchObject(DONE);
    expect(await market.book("timur", { plannedDay: "2026-12-18" })).toMatchObject(DONE);
  },
);

test("a loading that the buyer wants watched sooner than its day is booked for the day that was agreed", async () => {
  const market = await watchedLoading("2026-12-18", { loadingDate: "2026-12-22", isVisitEarly: true }, OFFERED);
  expect(await market.view("timur")).toMatchObject({ agreedDay: "2026-12-18" });
  expect(await market.book("timur", { plannedDay: "2026-12-18", isConfirmed: false })).toMatchObject(DONE);
});

test("an inspector who checks in before the loading begins is asked why, whatever day was booked", async () => {
  const market = await watchedLoading();
  await market.book();
  expect(await market.checkIn()).toMatchObject({
    refusal: { code: "early_without_reason", details: { because: "loading_day" } },
  });
  expect(await market.told("inspection")).not.toContain("on_site");
  expect(await market.checkIn("timur", { earlyReason: EARLY_REASON })).toMatchObject(DONE);
  expect(await stepOf(market)).toMatchObject({
    earliestAt: Date.parse("2026-12-19T16:00:00Z"),
    earlyReason: EARLY_REASON,
  });
});

test("an early check-in lets nobody load: the goods are fetched from the agreed day on", async () => {
  const market = await watchedLoading();
  const gate = { need: { kind: "step", step: { service: "inspection", code: "on_site" } }, holds: HELD } as const;
  await market.database.write((tx) => tx.update(chains).set({ gates: [gate], closed: [gateKey(gate)] }));
  const opened = async () => (await market.events()).filter(({ type }) => type === "chain.gate_opened").length;
  await market.book("timur", { plannedDay: "2026-12-20" });
  expect(await market.checkIn("timur", { earlyReason: EARLY_REASON })).toMatchObject(DONE);
  expect(await market.report("logistics", "booked")).toMatchObject(DONE);
  expect(await market.report("logistics", "picked_up")).toMatchObject({
    refusal: { code: "gate_closed", details: { gate: gateKey(gate), why: "came_early" } },
  });
  expect(await opened()).toBe(0);
  const opensAt = Date.parse("2026-12-19T16:00:00Z");
  const { dealId } = market;
  const seen = () => chainPage(market.database.read, actorOf("lin"), { dealId, now: market.now() });
  const gateNow = async () => (await seen())?.gates.map(({ state, ...at }) => [state, at.opensAt, at.openedAt]);
  expect(await gateNow()).toEqual([["waiting", opensAt, null]]);
  market.wait(opensAt - market.now());
  expect(await gateNow()).toEqual([["open", null, opensAt]]);
  expect(await market.report("logistics", "picked_up")).toMatchObject(DONE);
  expect(await opened()).toBe(0);
});

test("an early check-in lets the goods go with the report, where that comes before the agreed day", async () => {
  const market = await inspectionMarket();
  const gate = { need: { kind: "step", step: { service: "inspection", code: "on_site" } }, holds: HELD } as const;
  await market.database.write((tx) => tx.update(chains).set({ gates: [gate], closed: [gateKey(gate)] }));
  await market.book("timur", { plannedDay: "2026-11-30" });
  expect(await market.checkIn("timur", { earlyReason: EARLY_REASON })).toMatchObject(DONE);
  await market.save(await market.found());
  await market.stay();
  await market.checkOut();
  expect(await market.report("logistics", "booked")).toMatchObject(DONE);
  expect(await market.report("logistics", "picked_up")).toMatchObject({ refusal: { code: "gate_closed" } });
  expect(await market.issue()).toMatchObject(DONE);
  expect((await market.events()).map(({ type }) => type)).toContain("chain.gate_opened");
  expect(await market.report("logistics", "picked_up")).toMatchObject(DONE);
});

/** An inspection on paper whose inspector is named, agreed for a day by request and bid. */
async function onPaper(spec: object, terms: object = {}) {
  const market = await fieldMarket({ services: ["inspection"] });
  const { database, orderId, now } = market;
  await heldTo(database, orderId, { spec, terms });
  const report = (code: string, more: object = {}) => {
    const input = { orderId, code, occurredAt: toIso(now()), ...more };
    return execute(reportMilestone, { actor: actorOf("timur"), input }, market.on);
  };
  for (const code of ["scheduled", "inspector_assigned"])
    expect(await report(code, { lateReason: "own_fault" })).toMatchObject(DONE);
  return { ...market, step: report };
}

const AGREED = { type: "pre_shipment", date: "2026-11-26" };

test.each([
  ["the day that was asked for", AGREED, {}, true],
  ["the first day of the bid", { type: "pre_shipment" }, { dateSlots: ["2026-11-28", "2026-11-26"] }, true],
  ["today", { ...AGREED, date: "2026-11-24" }, {}, false],
  ["no day", { type: "pre_shipment" }, {}, false],
  ["a test in a laboratory, to which nobody comes", { ...AGREED, type: "lab_test" }, {}, false],
])("a visit on paper that was agreed for %s is early by that: %o %o", async (_, spec, terms, isEarly) => {
  const market = await onPaper(spec, terms);
  expect(await market.step("on_site")).toMatchObject(
    isEarly ? { refusal: { code: "early_without_reason", details: { because: "visit_day" } } } : DONE,
  );
  if (isEarly) expect(await market.step("on_site", { earlyReason: EARLY_REASON })).toMatchObject(DONE);
  expect((await stepOf(market))?.earliestAt).toBe(isEarly ? DAY_BEGINS : null);
});

test("an inspector's own link asks why the visit was made before its day, and takes it on the day", async () => {
  const market = await onPaper(AGREED);
  const { token } = await market.token("timur", { role: "inspector" });
  expect(await market.report(token, "on_site")).toMatchObject({ status: 422, code: "early_without_reason" });
  market.wait(2 * DAY_MS);
  expect(await market.report(token, "on_site")).toMatchObject({ status: 201, body: { isStep: true } });
  expect(await stepOf(market)).toMatchObject({ occurredAt: START + 2 * DAY_MS, earliestAt: null });
});
