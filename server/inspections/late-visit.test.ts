import { expect, test } from "vitest";
import { roundsOfOrder } from "../../db/repositories/inspections";
import { findMilestones } from "../../db/repositories/orders";
import { HOUR_MS } from "../../domain/shared/time";
import { inspectionMarket } from "../../test/inspection-market";
import { actorOf } from "../../test/order-market";
import { orderPage } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";

const LATE = { refusal: { code: "late_without_reason" } };

test("a visit that is booked, made and reported after its day is asked why at each, and keeps each reason", async () => {
  const market = await inspectionMarket({ date: "2026-11-23" });
  // The order was awarded after that day, so until the next one nothing is late.
  market.wait(24 * HOUR_MS);
  expect(await market.book()).toMatchObject(LATE);
  expect(await market.book("timur", { lateReason: "goods_not_ready" })).toMatchObject({ kind: "done" });
  expect(await market.checkIn()).toMatchObject(LATE);
  expect(await market.checkIn("timur", { lateReason: "goods_not_ready" })).toMatchObject({ kind: "done" });
  await market.save(await market.found());
  await market.stay();
  expect(await market.checkOut()).toMatchObject({ kind: "done" });
  expect(await market.issue()).toMatchObject({ kind: "done" });
  const steps = await findMilestones(market.database.read, { id: market.orderId, service: "inspection" });
  const late = steps.flatMap(({ code, evidence }) => (evidence?.late ? [[code, evidence.late.reason]] : []));
  expect(late).toEqual(["scheduled", "inspector_assigned", "on_site"].map((code) => [code, "goods_not_ready"]));
});

test("a report that comes after its promised hours is asked why", async () => {
  const market = await inspectionMarket({}, { reportHours: 24 });
  await market.book();
  await market.checkIn();
  await market.save(await market.found());
  await market.stay();
  await market.checkOut();
  market.wait(60 * HOUR_MS);
  expect(await market.issue()).toMatchObject(LATE);
  expect(await market.issue("timur", { lateReason: "bank_compliance" })).toMatchObject(LATE);
  expect(await market.issue("timur", { lateReason: "own_fault" })).toMatchObject({ kind: "done" });
});

test("the hours to the report run from leaving the site, and until then from the end of the day there", async () => {
  const market = await inspectionMarket({}, { reportHours: 24 });
  const due = async () =>
    (await orderPage(market.database.read, actorOf("timur"), { id: market.orderId, now: market.now() }))?.due?.at;
  await market.book();
  await market.checkIn();
  const byDay = await due();
  await market.save(await market.found());
  await market.stay();
  await market.checkOut();
  const [round] = await roundsOfOrder(market.database.read, market.orderId);
  expect(await due()).toBe((round?.checkedOutAt as number) + 24 * HOUR_MS);
  expect(byDay).toBeGreaterThan((await due()) as number);
});

test("another visit is late by no day of the first one, and its report by the hours from its own arrival", async () => {
  const market = await inspectionMarket({ date: "2026-11-25" }, { reportHours: 24 });
  await market.visit(8);
  await market.decide("reinspect", "Sort them");
  market.wait(15 * 24 * HOUR_MS);
  expect(await market.book("timur", { plannedDay: "2026-12-09" })).toMatchObject({ kind: "done" });
  const listed = async () =>
    (await workList(market.database.read, actorOf("timur"), { limit: 5, now: market.now() })).rows.find(
      ({ id }) => id === market.orderId,
    );
  expect(await listed()).toMatchObject({ task: { code: "inspections.visit_again" }, due: null, isOverdue: false });
  expect(await market.checkIn()).toMatchObject({ kind: "done" });
  expect(await listed()).toMatchObject({ due: { field: "reportHours" }, isOverdue: false });
  await market.save(await market.found());
  await market.stay();
  await market.checkOut();
  market.wait(60 * HOUR_MS);
  expect(await market.issue()).toMatchObject(LATE);
  const steps = await findMilestones(market.database.read, { id: market.orderId, service: "inspection" });
  expect(steps.filter(({ evidence }) => evidence?.late)).toEqual([]);
});

test("a visit is booked for a day after the agreed one only by the provider's own word, and another visit for any", async () => {
  const market = await inspectionMarket({ date: "2026-11-26" });
  const day = "2026-11-28";
  expect(await market.book("timur", { plannedDay: day, isConfirmed: false })).toMatchObject({
    refusal: { code: "visit_after_due", details: { day: "2026-11-26" } },
  });
  expect(await market.rounds()).toEqual([]);
  expect(await market.book("timur", { plannedDay: "2026-11-26", isConfirmed: false })).toMatchObject({ kind: "done" });
  expect(await market.book("timur", { plannedDay: day, isConfirmed: true })).toMatchObject({ kind: "done" });
  expect(await market.last()).toMatchObject({ plannedDay: day });
});
