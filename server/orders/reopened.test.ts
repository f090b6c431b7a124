import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { done } from "@/test/bidding-market";
import { fieldMarket, phonePicture } from "@/test/field-market";
import { actorOf, START } from "@/test/order-market";
import { remittanceMarket } from "@/test/remittance-market";
import { contractTruck } from "@/test/slot-market";
import { findMilestones, findOrder, reopenedStepsOf } from "../../db/repositories/orders";
import { reopenedSteps } from "../../db/schema/orders";
import { HOUR_MS, later, toIso } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { filesOn } from "../files/queries";
import { orderPage } from "./queries/orders";
import { openDispute, writeEntry } from "../disputes/dispute";
import { takeOffer } from "../disputes/take-offer";
import { reportMilestone } from "./report-milestone";
import { requestChanges } from "./accept-order";

type Market = Awaited<ReturnType<typeof fieldMarket>>;
type Who = Parameters<typeof actorOf>[0];

/** A truck's order that is booked. */
async function booked(): Promise<Market> {
  const market = await fieldMarket();
  await contractTruck(market.database, market.orderId);
  await market.book();
  return market;
}

const report = (who: Who, { on, orderId, now }: Market, code: string, more: object = {}) =>
  execute(reportMilestone, { actor: actorOf(who), input: { orderId, code, occurredAt: toIso(now()), ...more } }, on);

const sendBack = ({ on, orderId }: Market) =>
  execute(requestChanges, { actor: actorOf("lin"), input: { orderId, words: "Two cartons are missing." } }, on);

async function stepOf({ database, orderId }: Pick<Market, "database" | "orderId">, wanted: string) {
  const order = await findOrder(database.read, orderId);
  if (!order) throw new Error("the order is there");
  return (await findMilestones(database.read, order)).find(({ code }) => code === wanted);
}

const pageOf = async ({ database, orderId, now }: Market) => {
  const page = await orderPage(database.read, actorOf("lin"), { id: orderId, now: now() });
  if (!page) throw new Error("the order is the buyer's");
  return page;
};

const EVIDENCE = { seals: ["CN1001"], grossWeightGrams: 1_000 };
const EMPTY = { occurredAt: null, reportedAt: null, reportedByUserId: null, note: null, evidence: null };

test("a delivery that is sent back says nothing of itself any more, and what it said stands beside it", async () => {
  const market = await booked();
  done(await report("timur", market, "delivered", { note: "ramp 4", evidence: EVIDENCE }));
  market.wait(HOUR_MS);
  done(await sendBack(market));
  expect(await stepOf(market, "delivered")).toMatchObject(EMPTY);
  const asked = { round: 1, words: "Two cartons are missing.", requesterName: "林美华" };
  expect((await pageOf(market)).changeRequests).toEqual([{ ...asked, requestedAt: market.now() }]);
  market.wait(HOUR_MS);
  done(await report("aigul", market, "delivered"));
  const first = {
    ...{ code: "delivered", occurredAt: START, receivedAt: START, note: "ramp 4", evidence: EVIDENCE },
    ...{ isReopened: true, reporterName: "Timur" },
  };
  expect(await stepOf(market, "delivered")).toMatchObject({ occurredAt: later(START, 2 * HOUR_MS), evidence: null });
  expect((await pageOf(market)).witnesses).toMatchObject([first]);
  done(await sendBack(market));
  expect((await pageOf(market)).witnesses).toMatchObject([
    first,
    { occurredAt: later(START, 2 * HOUR_MS), note: null, evidence: {}, reporterName: "Aigul" },
  ]);
});

test("pictures that a phone sent with a step stay with it, and whose phone it was", async () => {
  const market = await booked();
  const { id: linkId, token } = await market.token();
  const photoId = randomUUID();
  expect(await market.photo(token, photoId, await phonePicture())).toMatchObject({ status: 201 });
  expect(await market.report(token, "delivered", { photoIds: [photoId] })).toMatchObject({ body: { isStep: true } });
  const fileId = (await stepOf(market, "delivered"))?.evidence?.photos?.[0]?.fileId;
  expect(fileId).toBeDefined();
  done(await sendBack(market));
  expect((await pageOf(market)).witnesses).toMatchObject([
    {
      ...{ code: "delivered", isReopened: true, reporterName: null },
      evidence: { photos: [{ fileId }], field: { linkId, role: "driver", person: "Azamat" } },
    },
  ]);
  const subject = { kind: "order", id: market.orderId } as const;
  const files = await filesOn(market.database.read, subject, { viewer: actorOf("timur"), now: market.now() });
  expect(files).toMatchObject([{ id: fileId, milestoneCode: "delivered" }]);
});

test("a delivery that is done again because a dispute ends so stands beside the step too", async () => {
  const market = await booked();
  const { on, orderId } = market;
  done(await report("timur", market, "delivered", { note: "ramp 4" }));
  const opened = await execute(
    openDispute,
    { actor: actorOf("lin"), input: { orderId, code: "damaged", words: "Wet." } },
    on,
  );
  const disputeId = done(opened).id;
  const offer = { outcome: "for_buyer", shareBps: 0, effect: "done_again" };
  done(await execute(writeEntry, { actor: actorOf("aigul"), input: { disputeId, words: "Again.", offer } }, on));
  done(await execute(takeOffer, { actor: actorOf("lin"), input: { disputeId, seq: 1 } }, on));
  expect(await stepOf(market, "delivered")).toMatchObject(EMPTY);
  expect((await pageOf(market)).witnesses).toMatchObject([{ code: "delivered", note: "ramp 4", isReopened: true }]);
});

test("each sending of money that came back stands beside the one that is sent next", async () => {
  const market = await remittanceMarket();
  done(await market.lock());
  for (const words of ["first", "second"]) {
    done(await market.send({ words }));
    done(await market.comeBack());
  }
  expect(await stepOf(market, "sent")).toMatchObject(EMPTY);
  const told = (await reopenedStepsOf(market.database.read, market.orderId)).filter(({ code }) => code === "sent");
  expect(told.map(({ note, reporterName }) => [note, reporterName])).toEqual([
    ["first", "Timur"],
    ["second", "Timur"],
  ]);
});

test("what a step had been told with is kept by the database itself", async () => {
  const market = await booked();
  done(await report("timur", market, "delivered", { note: "ramp 4" }));
  done(await sendBack(market));
  await expect(market.database.write((tx) => tx.update(reopenedSteps).set({ note: null }))).rejects.toThrow();
  await expect(market.database.write((tx) => tx.delete(reopenedSteps))).rejects.toThrow();
  expect(await reopenedStepsOf(market.database.read, market.orderId)).toMatchObject([{ seq: 1, note: "ramp 4" }]);
});
