import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { actorOf, START } from "@/test/order-market";
import { BOOKING, GATES, type SlotMarket, slotMarket, WINDOW } from "@/test/slot-market";
import { deadlineRound } from "../../worker/timers";
import { endException, raiseException } from "../delay/exceptions";
import { chainPage } from "../queries/chain";
import { listOrders, orderPage } from "../queries/orders";
import { requestTurns } from "../queries/request-turns";
import { workList } from "../queries/work";
import { findRequest } from "@/db/repositories/requests";
import { cancelSlot, markSlot } from "./mark-slot";
import { confirmSlot, paySlot } from "./confirm-slot";
import { rebookSlot } from "./book-slot";

const codeOf = (outcome: { kind: string; refusal?: { code: string } }): string => outcome.refusal?.code ?? outcome.kind;

const NEXT = {
  ...{ windowFrom: toIso(later(START, 4 * DAY_MS)), windowTo: toIso(later(START, 4 * DAY_MS + HOUR_MS)) },
};
const ANEW = { ...BOOKING, ...NEXT, atFault: "provider", words: "The truck came late" };

async function confirmed(market: SlotMarket, who: "timur" | "lin" = "timur"): Promise<string> {
  const { id: slotId } = await market.request({}, who);
  await market.run(paySlot, who, { slotId });
  expect(codeOf(await market.run(confirmSlot, who, { slotId, bookingNumber: "1" }))).toBe("done");
  return slotId;
}

/** What the order waits for, asserted to be the same on its page, in lists, in the list of work, on the deal and on the request; null where no room asks anything. */
async function asked(market: SlotMarket) {
  const { orderId, dealId, now } = market;
  const { read } = market.database;
  const page = await orderPage(read, actorOf("lin"), { id: orderId, now: now() });
  const task = page?.turn.holder === "task" ? page.turn.task : null;
  const { items } = await listOrders(read, actorOf("lin"), { limit: 9, now: now() });
  expect(items.find(({ id }) => id === orderId)?.turn).toEqual(page?.turn);
  const chain = await chainPage(read, actorOf("timur"), { dealId, now: now() });
  expect(chain?.orders.find(({ service }) => service === "logistics")?.order?.turn).toEqual(page?.turn);
  const { rows } = await workList(read, actorOf("timur"), { limit: 9, now: now() });
  const row = rows.find(({ id }) => id === orderId);
  expect(row?.task ?? null).toEqual(task);
  const request = await findRequest(read, (await market.order()).requestId);
  if (!request) throw new Error("the request is there");
  const turns = await requestTurns(read, actorOf("lin"), { requests: [{ ...request, side: "buyer" }], now: now() });
  expect(turns(request.id).turn.task).toBe(task?.code);
  return task && { ...task, group: row?.group };
}

const rebook = (slotId: string, more: object = {}) => ({
  ...{ side: "provider", code: "slots.rebook", by: null, slotId, group: "yours", ...more },
});

describe("an order whose slot has ended asks whoever books for another", () => {
  test("once the clock has taken it, and no longer when another is asked for in its place", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    expect(await asked(market)).toBeNull();
    market.wait(2 * DAY_MS);
    await deadlineRound(market.on);
    expect(await asked(market)).toEqual(rebook(slotId));
    expect(codeOf(await market.run(rebookSlot, "timur", { slotId, ...ANEW }))).toBe("done");
    expect(await asked(market)).toBeNull();
  });

  test("once a truck that was called did not come", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    market.wait(DAY_MS);
    await market.run(markSlot, "timur", { slotId, as: "called", occurredAt: toIso(market.now()) });
    market.wait(3 * HOUR_MS);
    expect(await asked(market)).toBeNull();
    await market.run(markSlot, "timur", { slotId, as: "missed", occurredAt: toIso(market.now()) });
    expect(await asked(market)).toEqual(rebook(slotId));
  });

  test("the buyer, where the buyer books, of one that was called off", async () => {
    const market = await slotMarket({ terms: { slot: { system: "cargoruqsat", bookedBy: "buyer" } } });
    const slotId = await confirmed(market, "lin");
    await market.run(cancelSlot, "lin", { slotId, words: "The hub has closed" });
    expect(await asked(market)).toEqual(rebook(slotId, { side: "buyer", group: "waiting" }));
  });

  test("also while it is held for want of a slot, and once the gate before the slot is open", async () => {
    const market = await slotMarket({ gates: GATES.slice(1) });
    const slotId = await confirmed(market);
    await market.run(cancelSlot, "timur", { slotId, words: "The hub has closed" });
    expect((await market.order()).heldSince).toBe(market.now());
    expect(await asked(market)).toEqual(rebook(slotId));
  });

  test("not while the work has stopped, nor once the goods are across", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    await market.run(cancelSlot, "timur", { slotId, words: "The hub has closed" });
    await market.run(raiseException, "timur", { reason: "vehicle", words: "Brakes" });
    expect(await asked(market)).toBeNull();
    await market.run(endException, "timur", { words: "Repaired" });
    expect(await asked(market)).toEqual(rebook(slotId));
    await market.step("crossed_border");
    expect(await asked(market)).toBeNull();
  });

  test("not where every truck has one", async () => {
    const market = await slotMarket({ trucks: 2 });
    const slotId = await confirmed(market);
    await market.run(cancelSlot, "timur", { slotId, words: "Another truck goes" });
    await market.request({ ...WINDOW, tractorPlate: "456 DEF 05" });
    expect(await asked(market)).toEqual(rebook(slotId));
    await market.request({ ...WINDOW, tractorPlate: "789 GHI 05" });
    expect(await asked(market)).toBeNull();
  });
});
