import { describe, expect, test } from "vitest";
import { doAs, heldTo } from "../../test/held-order";
import { actorOf, EARLY, orderMarket, START } from "../../test/order-market";
import { findMilestones, reopenMilestone } from "../../db/repositories/orders";
import { HOUR_MS, later, toIso } from "../../domain/shared/time";
import { orderPage } from "./queries/orders";
import { witnessesOf } from "./queries/witness-reports";
import { reportMilestone } from "./report-milestone";

/** A haul whose pick-up window ends an hour after the market's first moment, with a day at the border. */
async function haul() {
  const market = await orderMarket();
  const pickupTo = toIso(later(START, HOUR_MS));
  const terms = { borderWaitHours: 24 };
  await heldTo(market.database, market.orderId, { spec: { pickupFrom: toIso(START), pickupTo }, terms });
  const report = (code: string, more: object = {}) =>
    doAs(market)("timur", reportMilestone, {
      ...{ orderId: market.orderId, code, occurredAt: toIso(market.now()), ...EARLY, ...more },
    });
  const evidenceOf = async (code: string) => {
    const steps = await findMilestones(market.database.read, { id: market.orderId, service: "logistics" });
    return steps.find((step) => step.code === code)?.evidence ?? null;
  };
  expect(await report("booked")).toMatchObject({ kind: "done" });
  return { ...market, report, evidenceOf, pickupTo };
}

describe("a step that is reported after it was due", () => {
  test("is asked why, changes nothing until it is told, and is kept with the reason beside what else was said", async () => {
    const { report, evidenceOf, wait, pickupTo } = await haul();
    wait(27 * HOUR_MS);
    const evidence = { seals: ["CN8842107"] };
    expect(await report("picked_up", { evidence })).toMatchObject({
      kind: "refused",
      refusal: { code: "late_without_reason", details: { lacks: "reason", hours: 26, dueAt: pickupTo } },
    });
    expect(await evidenceOf("picked_up")).toBeNull();
    expect(await report("picked_up", { evidence, lateReason: "goods_not_ready" })).toMatchObject({ kind: "done" });
    const late = { dueAt: Date.parse(pickupTo), reason: "goods_not_ready", words: null };
    expect(await evidenceOf("picked_up")).toEqual({ ...evidence, late });
  });

  test("is refused with a reason that no haul by road has, and with another one without words", async () => {
    const { report, evidenceOf, wait } = await haul();
    wait(27 * HOUR_MS);
    for (const lateReason of ["rolled", "bank_compliance"])
      expect(await report("picked_up", { lateReason })).toMatchObject({ refusal: { code: "late_without_reason" } });
    expect(await report("picked_up", { lateReason: "other" })).toMatchObject({
      refusal: { details: { lacks: "words" } },
    });
    expect(await report("picked_up", { lateReason: "weather" })).toMatchObject({ kind: "malformed" });
    const lateWords = "The shipper's gate was closed for an audit";
    expect(await report("picked_up", { lateReason: "other", lateWords })).toMatchObject({ kind: "done" });
    expect(await evidenceOf("picked_up")).toMatchObject({ late: { reason: "other", words: lateWords } });
  });

  test("at its due time is in time, and keeps no reason that is given", async () => {
    const { report, evidenceOf, wait } = await haul();
    wait(HOUR_MS);
    expect(await report("picked_up", { lateReason: "own_fault" })).toMatchObject({ kind: "done" });
    expect(await evidenceOf("picked_up")).toBeNull();
  });

  test("counts by when it was, not by when it is told", async () => {
    const { report, wait } = await haul();
    wait(HOUR_MS);
    const occurredAt = toIso(later(START, HOUR_MS));
    wait(100 * HOUR_MS);
    expect(await report("picked_up", { occurredAt })).toMatchObject({ kind: "done" });
  });

  test("stands so on the order's page for the buyer, and beside the step once it is told anew", async () => {
    const { report, wait, database, orderId, now } = await haul();
    expect(await report("picked_up")).toMatchObject({ kind: "done" });
    expect(await report("arrived_hub")).toMatchObject({ kind: "done" });
    wait(30 * HOUR_MS);
    expect(await report("crossed_border", { lateReason: "border_queue" })).toMatchObject({ kind: "done" });
    const late = { dueAt: later(START, 24 * HOUR_MS), reason: "border_queue", words: null };
    const page = await orderPage(database.read, actorOf("lin"), { id: orderId, now: now() });
    expect(page?.milestones.find(({ code }) => code === "crossed_border")?.evidence).toEqual({ late });
    await database.write((tx) => reopenMilestone(tx, { orderId, code: "crossed_border" }));
    expect(await witnessesOf(database.read, orderId)).toMatchObject([{ isReopened: true, evidence: { late } }]);
  });
});
