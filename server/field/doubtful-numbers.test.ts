import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { fieldMarket } from "@/test/field-market";
import { doAs, heldTo } from "@/test/held-order";
import { EARLY } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { reportsOfOrder } from "../../db/repositories/field";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { toIso } from "../../domain/shared/time";
import { reportMilestone } from "../orders/report-milestone";

const DECLARED = { declarations: [{ country: "CN", number: "940420260123456789" }] };

type Market = Awaited<ReturnType<typeof fieldMarket>>;

const report = (market: Market, more: object) =>
  doAs(market)("timur", reportMilestone, {
    ...{ orderId: market.orderId, code: "booked", occurredAt: toIso(market.now()), ...EARLY, ...more },
  });
const evidenceOf = async ({ database, orderId }: Market, code: string) =>
  (await findMilestones(database.read, { id: orderId, service: "logistics" })).find((one) => one.code === code)
    ?.evidence;

test("a declaration's number that stands in another deal is told of once somebody says that it is right, and in the same deal always", async () => {
  const market = await fieldMarket();
  const { database, now } = market;
  const deal = { hubId: "horgos", isBorderHub: true, services: ["logistics"], at: now() } as const;
  const other = (await contractDeal(database, deal)).orders.logistics;
  expect(await report(market, { orderId: other, evidence: DECLARED })).toMatchObject({ kind: "done" });
  expect(await report(market, { evidence: DECLARED })).toMatchObject({
    refusal: { code: "number_of_other_deal", details: { number: DECLARED.declarations[0]?.number } },
  });
  expect(await report(market, { evidence: DECLARED, isConfirmed: true })).toMatchObject({ kind: "done" });
  expect(await evidenceOf(market, "booked")).toMatchObject({ ...DECLARED, confirmed: ["number_of_other_deal"] });
});

test("the number of a step stands in no other deal for the next step of the same order", async () => {
  const market = await fieldMarket();
  expect(await report(market, { evidence: DECLARED })).toMatchObject({ kind: "done" });
  expect(await report(market, { code: "picked_up", evidence: DECLARED })).toMatchObject({ kind: "done" });
  expect(await evidenceOf(market, "picked_up")).not.toHaveProperty("confirmed");
});

test("a report from the field with a plate of no form, or an office that is not known, is taken once its numbers are said to be right", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const plate = { evidence: { tractorPlate: "X1X1X1X1" } };
  expect(await market.report(token, "picked_up", plate)).toMatchObject({ status: 422, code: "plate_unlike_any" });
  const office = { evidence: { declarations: [{ country: "CN", number: "729920260123456789" }] } };
  expect(await market.report(token, "picked_up", office)).toMatchObject({
    status: 422,
    code: "customs_office_unknown",
  });
  expect(await reportsOfOrder(market.database.read, market.orderId)).toEqual([]);
  const confirmed = { ...plate, isConfirmed: true };
  expect(await market.report(token, "picked_up", confirmed)).toMatchObject({ status: 201 });
  expect(await evidenceOf(market, "picked_up")).toMatchObject({ ...plate.evidence, confirmed: ["plate_unlike_any"] });
});

test("a weight far above the deal's is taken once somebody says that it is right, and one of more than ten times never", async () => {
  const market = await fieldMarket();
  const order = await findOrder(market.database.read, market.orderId);
  const grossWeightGrams = (order?.grossWeightGrams ?? 0) * 2;
  const absurd = { evidence: { grossWeightGrams: grossWeightGrams * 6 }, isConfirmed: true };
  expect(await report(market, absurd)).toMatchObject({ refusal: { code: "weight_absurd" } });
  expect(await report(market, { evidence: { grossWeightGrams } })).toMatchObject({
    refusal: { code: "weight_above_deal", details: { toldKg: grossWeightGrams / 1_000 } },
  });
  expect(await report(market, { evidence: { grossWeightGrams }, isConfirmed: true })).toMatchObject({ kind: "done" });
  expect(await evidenceOf(market, "booked")).toMatchObject({ grossWeightGrams, confirmed: ["weight_above_deal"] });
});

test.each([
  ["asked for", { equipment: "tilt_136", equipmentCount: 1 }, {}, 22_000],
  ["offered by the bid", { equipment: "40hc", equipmentCount: 1 }, { equipment: "tilt_136" }, 22_000],
])(
  "a weight above the payload of the equipment %s is asked about by every way in, and kept as said to be right",
  async (_, spec, terms, payloadKg) => {
    const market = await fieldMarket();
    const { database, orderId } = market;
    await heldTo(database, orderId, { spec, terms });
    await database.write((tx) => tx.update(orders).set({ grossWeightGrams: 24_000_000 }).where(eq(orders.id, orderId)));
    await market.book();
    const { token } = await market.token();
    const evidence = { grossWeightGrams: 24_000_000 };
    const details = { toldKg: 24_000, payloadKg, count: 1 };
    expect(await report(market, { code: "picked_up", evidence })).toMatchObject({
      refusal: { code: "weight_above_payload", details },
    });
    expect(await market.report(token, "picked_up", { evidence })).toMatchObject({ code: "weight_above_payload" });
    expect(await market.report(token, "picked_up", { evidence, isConfirmed: true })).toMatchObject({ status: 201 });
    expect(await evidenceOf(market, "picked_up")).toMatchObject({ ...evidence, confirmed: ["weight_above_payload"] });
  },
);
