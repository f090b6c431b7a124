import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { fieldMarket, phonePicture } from "@/test/field-market";
import { must } from "@/test/must";
import { actorOf, START } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { reportsOfOrder } from "../../db/repositories/field";
import { filesOfSubject } from "../../db/repositories/files";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { fieldPhotos } from "../../db/schema/field";
import { DAY_MS, toIso } from "../../domain/shared/time";
import { revokeLink } from "./links";
import { acceptOrder } from "../orders/accept-order";
import { reportMilestone } from "../orders/report-milestone";

type Market = Awaited<ReturnType<typeof fieldMarket>>;

const evidenceOf = async ({ database, orderId }: Market, code: string) =>
  (await findMilestones(database.read, { id: orderId, service: "logistics" })).find((step) => step.code === code)
    ?.evidence;

const photosAt = ({ database }: Market, id: string) =>
  database.read.select().from(fieldPhotos).where(eq(fieldPhotos.id, id));

const callBack = ({ on }: Market, linkId: string) =>
  must(on, revokeLink, { actor: actorOf("timur"), input: { linkId } });

/** A booked order with a driver's link, and what the office does when that one is over: it calls it back and gives out another. */
async function replacing() {
  const market = await fieldMarket();
  await market.book();
  const first = await market.token();
  return {
    ...{ market, first },
    async replace() {
      await callBack(market, first.id);
      return market.token();
    },
  };
}

test("a report whose pictures came by the link before is taken whole by the next one", async () => {
  const { market, first, replace } = await replacing();
  const [early, late] = [randomUUID(), randomUUID()];
  expect(await market.photo(first.token, early, await phonePicture())).toMatchObject({ status: 201 });
  const next = await replace();
  expect(await market.photo(next.token, late, await phonePicture())).toMatchObject({ status: 201 });
  const id = randomUUID();
  expect(await market.report(next.token, "picked_up", { id, photoIds: [early, late] })).toMatchObject({
    status: 201,
    body: { isStep: true },
  });
  const evidence = await evidenceOf(market, "picked_up");
  expect(evidence?.photos).toHaveLength(2);
  expect(evidence?.field?.linkId).toBe(next.id);
  const files = await filesOfSubject(market.database.read, { kind: "order", id: market.orderId });
  expect(files.map(({ milestoneCode }) => milestoneCode)).toEqual(["picked_up", "picked_up"]);
  const kept = [...(await photosAt(market, early)), ...(await photosAt(market, late))];
  expect(kept.map(({ linkId, reportId }) => [linkId, reportId])).toEqual([
    [first.id, id],
    [next.id, id],
  ]);
});

test("a picture that came by the link before is known, and not kept twice", async () => {
  const { market, first, replace } = await replacing();
  const id = randomUUID();
  await market.photo(first.token, id, await phonePicture());
  const next = await replace();
  expect(await market.photo(next.token, id, await phonePicture())).toMatchObject({
    status: 409,
    code: "already_received",
  });
  expect(await photosAt(market, id)).toHaveLength(1);
});

test("a report whose answer was lost with its link is known by the next one, and not told twice", async () => {
  const { market, first, replace } = await replacing();
  const id = randomUUID();
  expect(await market.report(first.token, "picked_up", { id })).toMatchObject({ status: 201 });
  const next = await replace();
  const known = { status: 409, code: "already_received" };
  expect(await market.report(next.token, "picked_up", { id })).toMatchObject(known);
  expect(await market.report(next.token, "arrived_hub", { id, note: "another" })).toMatchObject(known);
  const reports = await reportsOfOrder(market.database.read, market.orderId);
  expect(reports.map(({ linkId }) => linkId)).toEqual([first.id]);
});

test("a report that is sent by two links at once is taken once", async () => {
  const market = await fieldMarket();
  await market.book();
  const [one, other] = [await market.token(), await market.token()];
  const id = randomUUID();
  const sent = [one, other, one, other].map(({ token }) => market.report(token, "picked_up", { id }));
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(await reportsOfOrder(market.database.read, market.orderId)).toHaveLength(1);
});

test("what waited when a link ended goes by the next one, each report once and at its own time", async () => {
  const market = await fieldMarket();
  await market.book();
  const first = await market.token("timur", { days: 1 });
  const codes = ["picked_up", "arrived_hub", "export_released"];
  const waiting = codes.map((code) => ({ code, id: randomUUID(), photoId: randomUUID() }));
  const send = async (token: string, { code, id, photoId }: (typeof waiting)[number]) => {
    await market.photo(token, photoId, await phonePicture());
    return market.report(token, code, { id, photoIds: [photoId], at: START });
  };
  market.wait(DAY_MS);
  for (const one of waiting) expect(await send(first.token, one)).toMatchObject({ status: 410, code: "link_expired" });
  const next = await market.token();
  for (const one of waiting) expect(await send(next.token, one)).toMatchObject({ status: 201 });
  for (const one of waiting) expect(await send(next.token, one)).toMatchObject({ status: 409 });
  const reports = await reportsOfOrder(market.database.read, market.orderId);
  expect(reports.map(({ code, occurredAt }) => [code, occurredAt]).sort()).toEqual(
    codes.map((code) => [code, START]).sort(),
  );
  for (const code of codes) expect((await evidenceOf(market, code))?.photos).toHaveLength(1);
});

test("proof that waited until the order was completed is taken beside what the office has reported", async () => {
  const market = await fieldMarket();
  const { orderId, on } = market;
  await market.book();
  const { token } = await market.token();
  const office = (code: string, more: object = {}) =>
    must(on, reportMilestone, { actor: actorOf("timur"), input: { orderId, code, occurredAt: toIso(START), ...more } });
  for (const code of ["picked_up", "delivered"]) await office(code);
  await must(on, acceptOrder, { actor: actorOf("lin"), input: { orderId } });
  await office("documents_closed", { papersReason: "Originals went by courier" });
  expect((await findOrder(market.database.read, orderId))?.state).toBe("completed");
  const photoId = randomUUID();
  expect(await market.photo(token, photoId, await phonePicture())).toMatchObject({ status: 201 });
  expect(await market.report(token, "delivered", { photoIds: [photoId], note: "signed" })).toMatchObject({
    status: 201,
    body: { isStep: false },
  });
  const [report] = await reportsOfOrder(market.database.read, orderId);
  expect(report?.evidence.photos).toHaveLength(1);
});

test.each([
  ["another role of the same party", "timur", "yard"],
  ["the other party", "lin", "yard"],
] as const)("pictures are not named by a link of %s", async (_, who, role) => {
  const market = await fieldMarket();
  await market.book();
  const [driver, other] = [await market.token(), await market.token(who, { role })];
  const id = randomUUID();
  expect(await market.photo(driver.token, id, await phonePicture())).toMatchObject({ status: 201 });
  const unknown = { status: 422, code: "file_unknown" };
  expect(await market.report(other.token, "picked_up", { photoIds: [id] })).toMatchObject(unknown);
  expect((await photosAt(market, id)).map(({ reportId }) => reportId)).toEqual([null]);
});

test("the yards of the two parties name no pictures of each other", async () => {
  const market = await fieldMarket();
  await market.book();
  const yard = { role: "yard" };
  const [buyers, providers] = [await market.token("lin", yard), await market.token("timur", yard)];
  for (const [from, to] of [
    [buyers, providers],
    [providers, buyers],
  ] as const) {
    const id = randomUUID();
    expect(await market.photo(from.token, id, await phonePicture())).toMatchObject({ status: 201 });
    expect(await market.report(to.token, "picked_up", { photoIds: [id] })).toMatchObject({ code: "file_unknown" });
  }
});

test("a link on another order of the same two companies knows neither pictures nor reports of this one", async () => {
  const market = await fieldMarket();
  await market.book();
  const services = ["logistics"] as const;
  const another = await contractDeal(market.database, { hubId: "horgos", isBorderHub: true, services, at: START });
  const otherId = another.orders.logistics ?? "";
  await market.book(otherId);
  const [here, there] = [await market.token(), await market.token("timur", { orderId: otherId })];
  const [id, photoId] = [randomUUID(), randomUUID()];
  await market.photo(here.token, photoId, await phonePicture());
  expect(await market.report(here.token, "picked_up", { id, photoIds: [photoId] })).toMatchObject({ status: 201 });
  expect(await market.report(there.token, "picked_up", { id, photoIds: [photoId] })).toMatchObject({
    status: 422,
    code: "file_unknown",
  });
  expect(await market.report(there.token, "picked_up", { id })).toMatchObject({ status: 201 });
  expect(await reportsOfOrder(market.database.read, otherId)).toHaveLength(1);
});
