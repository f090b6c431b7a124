import { expect, test } from "vitest";
import { done } from "@/test/bidding-market";
import { makeAdministrator } from "@/test/dispute-market";
import { fileMarket } from "@/test/file-market";
import { doAs, heldTo } from "@/test/held-order";
import { actorOf, EARLY, orderMarket, START } from "@/test/order-market";
import { BOOKING, SLOT_TERMS } from "@/test/slot-market";
import { DAY_MS, HOUR_MS, later, toIso } from "../../domain/shared/time";
import { awardBids } from "../award/award-bids";
import { reportMilestone } from "../orders/report-milestone";
import { cancelSlot } from "../orders/slots/mark-slot";
import { rebookSlot, requestSlot } from "../orders/slots/book-slot";
import { disputedOrder } from "./disputed-order";
import { escalateDispute, openDispute } from "./dispute";

test("who decides a dispute sees what was promised and charged, each step's due time and why it was late, and the slots", async () => {
  const market = await orderMarket();
  const { orderId, database } = market;
  const pickupTo = later(START, HOUR_MS);
  await heldTo(database, orderId, {
    spec: { pickupFrom: toIso(START), pickupTo: toIso(pickupTo), equipment: "tilt_136", equipmentCount: 1 },
    terms: { borderWaitHours: 24, slot: { system: "cargoruqsat", bookedBy: "provider" } },
  });
  const run = doAs(market);
  const report = (code: string, more: object = {}) =>
    run("timur", reportMilestone, { orderId, code, occurredAt: toIso(market.now()), ...EARLY, ...more });
  done(await report("booked"));
  done(await run("aigul", requestSlot, { orderId, system: "cargoruqsat", ...BOOKING }));
  market.wait(27 * HOUR_MS);
  done(await report("picked_up", { note: "Gate 4", lateReason: "goods_not_ready" }));
  const { id } = done(await run("lin", openDispute, { orderId, code: "late", words: "A day late." }));
  market.wait(3 * DAY_MS);
  done(await run("lin", escalateDispute, { disputeId: id }));
  const administrator = await makeAdministrator(database);
  const order = await disputedOrder(database.read, administrator, { id, now: market.now() });
  expect(order?.steps.find(({ code }) => code === "picked_up")).toMatchObject({
    ...{ dueAt: pickupTo, occurredAt: later(START, 27 * HOUR_MS), note: "Gate 4" },
    late: { reason: "goods_not_ready", words: null },
  });
  expect(order?.slots).toMatchObject([{ number: 1, state: "requested", crossing: { id: "KZHOR" } }]);
  expect(order?.sumDue.contract).toEqual(order?.price);
  expect(await disputedOrder(database.read, actorOf("lin"), { id, now: market.now() })).toBeNull();
});

test("each slot of a disputed order says why it was booked in another's place and why it was itself called off", async () => {
  const market = await orderMarket();
  const { orderId, database } = market;
  await heldTo(database, orderId, { spec: { equipment: "tilt_136", equipmentCount: 1 }, terms: SLOT_TERMS });
  const run = doAs(market);
  done(await run("timur", reportMilestone, { orderId, code: "booked", occurredAt: toIso(market.now()), ...EARLY }));
  const first = done(await run("aigul", requestSlot, { orderId, system: "cargoruqsat", ...BOOKING })).id;
  const anew = { orderId, ...BOOKING, atFault: "nobody" };
  const queue = "The queue was too long";
  const check = "The check of customs was not over";
  const second = done(await run("aigul", rebookSlot, { ...anew, slotId: first, words: queue })).id;
  done(await run("aigul", cancelSlot, { orderId, slotId: second, words: check }));
  done(await run("aigul", rebookSlot, { ...anew, slotId: second, words: "Customs has let it go" }));
  const { id } = done(await run("lin", openDispute, { orderId, code: "late", words: "A day late." }));
  market.wait(3 * DAY_MS);
  done(await run("lin", escalateDispute, { disputeId: id }));
  const administrator = await makeAdministrator(database);
  const order = await disputedOrder(database.read, administrator, { id, now: market.now() });
  expect(order?.slots).toMatchObject([
    { number: 1, replaces: null, atFault: null, faultWords: null, endWords: queue },
    { number: 2, replaces: 1, atFault: "nobody", faultWords: queue, endWords: check },
    { number: 3, replaces: 2, atFault: "nobody", faultWords: "Customs has let it go", endWords: null },
  ]);
});

test("administrators read the files of an order once its dispute was taken to the market, and not those of its bid", async () => {
  const market = await fileMarket();
  const { actors, run, database } = market;
  const onBid = await market.sent(actors.provider, { subject: market.onBid });
  const { id: bidId } = await market.bid();
  await market.closeAtItsTime();
  const award = { requestId: market.requestId, bids: [{ bidId }] };
  const [orderId = ""] = done(await run(awardBids, actors.buyer, award)).orders;
  const fileId = await market.sent(actors.provider, { subject: { kind: "order", id: orderId } });
  const { administrator } = actors;
  const occurredAt = toIso(market.on.clock());
  done(await run(reportMilestone, actors.provider, { orderId, code: "documents_requested", occurredAt }));
  const { id } = done(await run(openDispute, actors.buyer, { orderId, code: "wrong_papers", words: "No stamp." }));
  expect(await market.read(administrator, fileId)).toBeNull();
  market.setClock(later(market.on.clock(), 3 * DAY_MS));
  done(await run(escalateDispute, actors.buyer, { disputeId: id }));
  expect([await market.read(administrator, fileId), await market.read(administrator, onBid)]).toEqual(["gate 4", null]);
  const order = await disputedOrder(database.read, administrator, { id, now: market.on.clock() });
  expect(order?.files).toMatchObject([{ id: fileId, name: "note.txt", mayRead: true, mayRemove: false }]);
  expect(order?.charges.length).toBeGreaterThan(0);
  expect(order?.transitDays).not.toBeNull();
});
