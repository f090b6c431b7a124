import { expect, test } from "vitest";
import { findMilestones } from "../../db/repositories/orders";
import { HOUR_MS } from "../../domain/shared/instant";
import { inspectionMarket } from "../../test/inspection-market";

const LATE = { refusal: { code: "late_without_reason" } };

test("a visit that is booked, made and reported after its day is asked why at each, and keeps each reason", async () => {
  const market = await inspectionMarket({ date: "2026-11-23" });
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
