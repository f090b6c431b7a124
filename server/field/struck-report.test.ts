import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { refusalOf } from "@/test/bidding-market";
import { fieldMarket, phonePicture } from "@/test/field-market";
import { doAs } from "@/test/held-order";
import type { actorOf } from "@/test/order-market";
import { filesOfSubject } from "../../db/repositories/files";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { outbox } from "../../db/schema/notices";
import { HOUR_MS } from "../../domain/shared/time";
import { witnessesOf } from "../orders/queries/witness-reports";
import { readIntervals } from "../orders/delay/read-delay";
import { revokeLink } from "./links";
import { strikeReport } from "./strike-report";

type Market = Awaited<ReturnType<typeof fieldMarket>>;

const told = async ({ database, orderId }: Market) =>
  (await findMilestones(database.read, { id: orderId, service: "logistics" })).flatMap(({ code, occurredAt }) =>
    occurredAt === null ? [] : [code],
  );
const stateOf = async ({ database, orderId }: Market) => (await findOrder(database.read, orderId))?.state;
const strike = (market: Market, reportId: string | undefined, who: Parameters<typeof actorOf>[0] = "timur") =>
  doAs(market)(who as "timur", strikeReport, { orderId: market.orderId, reportId, reason: "Another truck" });

test("a struck report opens its step, stays on record with who, when and why, and is told anew by another", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const photo = randomUUID();
  await market.photo(token, photo, await phonePicture());
  const report = await market.report(token, "picked_up", { note: "Wrong yard", photoIds: [photo] });
  market.wait(HOUR_MS);
  expect(await strike(market, report.body.id)).toMatchObject({ kind: "done" });
  expect(await told(market)).toEqual(["booked"]);
  expect(await stateOf(market)).toBe("scheduled");
  const struck = { reason: "Another truck", by: "Timur", at: market.now() };
  expect(await witnessesOf(market.database.read, market.orderId)).toMatchObject([
    { code: "picked_up", note: "Wrong yard", evidence: { struck: { ...struck, by: expect.any(String) } } },
  ]);
  const [picture] = await filesOfSubject(market.database.read, { kind: "order", id: market.orderId });
  expect(picture).toMatchObject({ milestoneCode: null });
  const events = (await market.database.read.select().from(outbox)).map(({ event }) => event.type);
  expect(events).toContain("order.report_struck");
  expect(await market.report(token, "picked_up")).toMatchObject({ status: 201, body: { isStep: true } });
  expect(await told(market)).toEqual(["booked", "picked_up"]);
  expect(refusalOf(await strike(market, report.body.id))).toBe("already_struck");
});

test("a delivery that was told by a wrong report is one no more: no clock accepts it, and the wait at the hub goes on", async () => {
  const market = await fieldMarket();
  await market.book();
  const { token } = await market.token();
  const first = await market.report(token, "picked_up");
  await market.report(token, "arrived_hub");
  market.wait(HOUR_MS);
  const waits = async () => {
    const { database, orderId, now } = market;
    const [order, of] = [await findOrder(database.read, orderId), { id: orderId, service: "logistics" as const }];
    if (!order) throw new Error("the order is there");
    const loaded = { ...order, milestones: await findMilestones(database.read, of) };
    return readIntervals(database.read, loaded, now());
  };
  const delivered = await market.report(token, "delivered");
  expect(await stateOf(market)).toBe("delivered");
  expect(refusalOf(await strike(market, first.body.id))).toBe("step_followed");
  expect(await strike(market, delivered.body.id)).toMatchObject({ kind: "done" });
  const order = await findOrder(market.database.read, market.orderId);
  expect(order).toMatchObject({ state: "in_progress", deliveredAt: null, autoAcceptAt: null });
  market.wait(HOUR_MS);
  expect(await waits()).toEqual([expect.objectContaining({ to: market.now() })]);
});

test("what stood beside a step is marked alone, and the other party's report is nobody's to strike", async () => {
  const market = await fieldMarket();
  await market.book();
  const provider = await market.token();
  const buyer = await market.token("lin", { role: "yard" });
  await market.report(provider.token, "picked_up");
  const beside = await market.report(buyer.token, "picked_up");
  expect(beside.body.isStep).toBe(false);
  expect(refusalOf(await strike(market, beside.body.id))).toBe("not_found");
  expect(refusalOf(await strike(market, beside.body.id, "stranger"))).toBe("not_found");
  expect(await strike(market, beside.body.id, "lin")).toMatchObject({ kind: "done" });
  expect(await told(market)).toEqual(["booked", "picked_up"]);
});

test("whoever holds a link strikes a report of their own while it stands, and no other", async () => {
  const market = await fieldMarket();
  await market.book();
  const [own, other] = [await market.token(), await market.token("timur", { person: "Bolat" })];
  const report = await market.report(own.token, "picked_up");
  const body = { reportId: report.body.id, reason: "Told too early" };
  expect(await market.strike(other.token, body)).toMatchObject({ status: 404 });
  expect(await market.strike(own.token, { ...body, reason: " " })).toMatchObject({ status: 422 });
  const again = await market.report(other.token, "arrived_hub");
  expect(await market.strike(own.token, body)).toMatchObject({ status: 409, code: "step_followed" });
  expect(await market.strike(other.token, { ...body, reportId: again.body.id })).toMatchObject({ status: 201 });
  expect(await market.strike(own.token, body)).toMatchObject({ status: 201 });
  expect(await told(market)).toEqual(["booked"]);
  const last = await market.report(own.token, "picked_up");
  await doAs(market)("timur", revokeLink, { linkId: own.id });
  expect(await market.strike(own.token, { ...body, reportId: last.body.id })).toMatchObject({ status: 410 });
});
