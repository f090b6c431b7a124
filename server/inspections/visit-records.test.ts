import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { insertRule } from "@/db/repositories/market-rules";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { bids, bidVersions } from "@/db/schema/requests";
import type { BidContent } from "@/domain/bidding/bid";
import { DAY_MS, HOUR_MS, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { inspectionMarket, REINSPECTION } from "@/test/inspection-market";
import { actorOf, START } from "@/test/order-market";
import { reportContent } from "./report-content";
import { acceptOrder } from "../orders/accept-order";
import { reportMilestone } from "../orders/report-milestone";
import { order as orderView } from "@/views/orders";
import { toWire } from "@/views/fields";
import { orderPage } from "../orders/queries/orders";
import { witnessesOf } from "../orders/queries/witness-reports";
import { inspection } from "../../views/inspections";

type Market = Awaited<ReturnType<typeof inspectionMarket>>;

const stepOf = async ({ database, orderId }: Market, code: string) =>
  (await findMilestones(database.read, { id: orderId, service: "inspection" })).find((step) => step.code === code)
    ?.occurredAt;

test("A visit is booked since its first booking, by whoever comes now, and stands at the time and place at which it was.", async () => {
  const market = await inspectionMarket();
  await market.book();
  market.wait(HOUR_MS);
  await market.book("aigul", { plannedDay: "2026-11-26", inspectorName: "Li Na" });
  expect(await market.last()).toMatchObject({
    bookedAt: START,
    plannedDay: "2026-11-26",
    inspectorKey: "provider:lina",
  });
  market.wait(2 * DAY_MS);
  const came = market.now();
  const position = { latE6: 29_310_000, lonE6: 120_075_000 };
  market.wait(2 * HOUR_MS);
  await market.checkIn("timur", { occurredAt: toIso(came), position });
  const arrived = { checkedInAt: came, checkedInByUserId: "timur", position, drawn: expect.any(Array) };
  expect(await market.last()).toMatchObject(arrived);
  expect([await stepOf(market, "scheduled"), await stepOf(market, "on_site")]).toEqual([START, came]);
  const left = later(came, 1.5 * HOUR_MS);
  await market.sendPhotosDue();
  await market.checkOut("timur", { occurredAt: toIso(left) });
  expect(await market.last()).toMatchObject({ ...arrived, checkedOutAt: left });
  // Nothing was found yet; what is written an hour after is told to have come later.
  const seen = async () => (await market.view())?.rounds[0];
  expect(await seen()).toMatchObject({ isWrittenLater: false, judgement: null, report: null });
  expect((await seen())?.lacks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["cartons", "units", "line"]));
  await market.save(await market.found(8));
  expect(await market.last()).toMatchObject({ resultsAt: market.now(), resultsByUserId: "timur", verdict: null });
  expect(await seen()).toMatchObject({ isWrittenLater: true, lacks: [], judgement: { kind: "fail" } });
  expect(await stepOf(market, "report_drafted")).toBe(market.now());
});

test("The report says the container and the seals that a step of the order was told with.", async () => {
  const market = await inspectionMarket();
  const { database, orderId } = market;
  const evidence = { seals: ["CN8842107"], containerNumber: "CSQU3054383" };
  const told = { orderId, code: "scheduled", occurredAt: toIso(market.now()), evidence };
  expect(await market.run("timur", reportMilestone, told)).toMatchObject({ kind: "done" });
  await market.book();
  await market.checkIn();
  const content = await reportContent(database.read, orderId, { issuedAt: null, now: market.now() });
  expect(content).toMatchObject({ seals: ["CN8842107"], containers: ["CSQU3054383"] });
});

test("Before the arrival nothing lacks of a visit, and results of the same minute as the leaving are not told to have come later.", async () => {
  const market = await inspectionMarket();
  await market.book();
  expect((await market.view())?.rounds[0]?.lacks).toEqual([]);
  await market.checkIn();
  await market.stay();
  await market.checkOut();
  market.wait(MINUTE_MS - 1);
  await market.save(await market.found());
  expect((await market.view())?.rounds[0]).toMatchObject({ isWrittenLater: false, lacks: [] });
});

test("Another visit is charged by the bid's own line for it, and judged by the market's rule of that day; an accepted order stays so.", async () => {
  const market = await inspectionMarket();
  const { database, orderId } = market;
  const other = { ...REINSPECTION, basis: "man_day", unitPriceMinor: "1" };
  const again = { ...REINSPECTION, unitPriceMinor: "99" };
  const content = { lines: [other, again, { ...other, basis: "hour" }], currency: "CNY", totalMinor: "100" };
  const rule = (id: string, value: number, effectiveFrom: number) => ({
    ...{ id, name: "reinspection_tightened", value, effectiveFrom, reason: "test" },
    ...{ enteredByUserId: null, enteredAt: START },
  });
  await database.write(async (tx) => {
    const bidId = `b-${orderId}`;
    const opened = { submittedAt: START, receipt: "r", content: content as unknown as BidContent };
    await tx.insert(bidVersions).values({ bidId, version: 2, ...opened });
    await tx.update(bids).set({ version: 2 }).where(eq(bids.id, bidId));
    await insertRule(tx, rule("r1", 0, later(START, HOUR_MS)) as Parameters<typeof insertRule>[1]);
    await insertRule(tx, rule("r2", 1, later(START, 9 * HOUR_MS)) as Parameters<typeof insertRule>[1]);
  });
  await market.visit(8);
  await market.run("lin", acceptOrder, { orderId });
  const accepted = await findOrder(database.read, orderId);
  market.wait(2 * HOUR_MS);
  expect(await market.decide("reinspect", "Sort them")).toMatchObject({ kind: "done" });
  expect(await market.last()).toMatchObject({ number: 2, charge: again, plan: { severity: "normal" } });
  expect(await findOrder(database.read, orderId)).toMatchObject({
    state: accepted?.state,
    deliveredAt: later(START, 2 * HOUR_MS),
  });
  const [first] = await market.rounds();
  expect(first).toMatchObject({ decision: "reinspect", decisionReason: "Sort them", decidedByUserId: "lin" });
  expect(first?.decidedAt).toBe(market.now());
});

test("Each visit has its own times: the order's steps tell those of the last one, what the first told stands beside them, and programs read the minutes of both.", async () => {
  const market = await inspectionMarket();
  const { database, orderId } = market;
  const first = await market.visit(8);
  await market.decide("reinspect", "Sort them");
  expect(await market.told("inspection")).toEqual(["scheduled"]);
  market.wait(48 * HOUR_MS);
  const booked = market.now();
  const second = await market.visit();
  expect(second.checkedInAt).toBe(later(first.checkedInAt as typeof booked, 50 * HOUR_MS));
  expect(await stepOf(market, "scheduled")).toBe(START);
  expect(await stepOf(market, "inspector_assigned")).toBe(booked);
  expect(await stepOf(market, "on_site")).toBe(second.checkedInAt);
  const before = (await witnessesOf(database.read, orderId)).filter(({ isReopened }) => isReopened);
  expect(before.map(({ code, occurredAt }) => [code, occurredAt])).toEqual([
    ["inspector_assigned", START],
    ["on_site", first.checkedInAt],
    ["report_drafted", first.checkedOutAt],
    ["report_issued", first.issuedAt],
  ]);
  const view = await market.view();
  const told =
    view &&
    z
      .encode(inspection, view as z.output<typeof inspection>)
      .rounds.map(({ checkedInAt, minutesOnSite }) => [checkedInAt, minutesOnSite]);
  expect(told).toEqual([first, second].map(({ checkedInAt }) => [toIso(checkedInAt as typeof booked), 120]));
});

test("A re-inspection is in what the order comes to from the inspector's arrival on, to the buyer's debit, by the page and for programs alike.", async () => {
  const market = await inspectionMarket();
  const { database, orderId } = market;
  const page = async () => orderPage(database.read, actorOf("lin"), { id: orderId, now: market.now() });
  await market.visit(8);
  await market.decide("reinspect", "Sort them");
  await market.book();
  const before = await page();
  expect(before).toMatchObject({ visitCharges: [], sumDue: { reinspections: { minor: 0n }, total: before?.price } });
  await market.checkIn();
  const order = await page();
  if (!order) throw new Error("the buyer reads its order");
  const amount = { minor: BigInt(REINSPECTION.unitPriceMinor), currency: order.price.currency };
  expect(order.visitCharges).toEqual([{ round: 2, amount, checkedInAt: market.now() }]);
  expect(order.sumDue).toMatchObject({ reinspections: amount, total: { minor: order.price.minor + amount.minor } });
  const wire = { minor: Number(amount.minor), currency: amount.currency };
  expect(toWire(orderView.pick({ sumDue: true, visitCharges: true }), order)).toMatchObject({
    visitCharges: [{ round: 2, amount: wire, checkedInAt: toIso(market.now()) }],
    sumDue: { reinspections: wire, total: { minor: Number(order.price.minor) + wire.minor } },
  });
});

test("No visit is booked for a day that has passed where the goods are; the same day is one to come on.", async () => {
  const market = await inspectionMarket();
  // A quarter to midnight in Shanghai.
  market.wait(Date.parse("2026-11-24T15:45:00Z") - market.now());
  expect(await market.book("timur", { plannedDay: "2026-11-24" })).toMatchObject({ kind: "done" });
  market.wait(HOUR_MS);
  expect(await market.book("timur", { plannedDay: "2026-11-24" })).toMatchObject({
    refusal: { code: "visit_in_past" },
  });
  expect(await market.book("timur", { plannedDay: "2026-11-25" })).toMatchObject({ kind: "done" });
});

test("Both read that an inspector came on another day than was booked, and how far from where the first visit was.", async () => {
  const market = await inspectionMarket();
  const position = { latE6: 29_310_000, lonE6: 120_075_000 };
  await market.book("timur", { plannedDay: "2026-11-24" });
  await market.checkIn("timur", { position });
  await market.save(await market.found(8));
  await market.stay();
  await market.checkOut();
  await market.issue();
  await market.decide("reinspect", "Sort them first");
  await market.book("timur", { plannedDay: "2026-11-26" });
  const earlyReason = "The goods were sorted sooner";
  await market.checkIn("timur", { position: { ...position, latE6: 29_410_000 }, earlyReason });
  for (const who of ["lin", "timur"] as const)
    expect((await market.view(who))?.rounds.map(({ flags }) => flags)).toEqual([
      [],
      [
        { kind: "other_day", metres: null },
        { kind: "far_from_goods", metres: 11_120 },
      ],
    ]);
});
