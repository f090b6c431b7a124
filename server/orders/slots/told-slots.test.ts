import { expect, test } from "vitest";
import { findMilestones, saveOrder } from "@/db/repositories/orders";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";
import { DAY_MS, HOUR_MS, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { must } from "@/test/must";
import { actorOf, EARLY, START } from "@/test/order-market";
import { BOOKING, type SlotMarket, slotMarket, WINDOW } from "@/test/slot-market";
import { deadlineRound } from "../../worker/timers";
import { cancelOrder } from "../cancel-order";
import { slotsView } from "../queries/slots";
import { reportMilestone } from "../report-milestone";
import { raiseException } from "../delay/exceptions";
import { cancelSlot, markSlot } from "./mark-slot";
import { changeDriversOfSlot, changeVehicleOfSlot } from "./change-vehicle";
import { confirmSlot, paySlot } from "./confirm-slot";
import { moveSlot, rebookSlot, requestSlot } from "./book-slot";

const codeOf = (outcome: { kind: string; refusal?: { code: string } }): string => outcome.refusal?.code ?? outcome.kind;
const ENDS = later(START, DAY_MS + 2 * HOUR_MS);

async function confirmed(market: SlotMarket, more: object = {}): Promise<string> {
  const { id: slotId } = await market.request(more);
  await market.run(paySlot, "timur", { slotId });
  await must(market.on, confirmSlot, {
    actor: actorOf("timur"),
    input: { orderId: market.orderId, slotId, bookingNumber: "KGD-1" },
  });
  return slotId;
}

test("Each step of a slot is kept with its own time, is told after the last one before it, and says what the clock waits for next.", async () => {
  const market = await slotMarket();
  const { id: slotId } = await market.request();
  market.wait(HOUR_MS);
  await market.run(paySlot, "timur", { slotId });
  expect(await market.slot()).toMatchObject({ state: "paid", paidAt: later(START, HOUR_MS), dueAt: ENDS });
  market.wait(HOUR_MS);
  await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" });
  expect(await market.slot()).toMatchObject({ confirmedAt: later(START, 2 * HOUR_MS), dueAt: ENDS });
  market.wait(DAY_MS - HOUR_MS);
  const at = (minutes: number) => later(START, DAY_MS + minutes * MINUTE_MS);
  const mark = async (as: string, minutes: number) =>
    codeOf(await market.run(markSlot, "timur", { slotId, as, occurredAt: toIso(at(minutes)) }));
  expect(await mark("called", 10)).toBe("done");
  expect(await market.slot()).toMatchObject({ state: "called", calledAt: at(10), enteredAt: null, dueAt: null });
  expect(await mark("in", 30)).toBe("done");
  expect(await market.slot()).toMatchObject({ state: "in", calledAt: at(10), enteredAt: at(30), dueAt: null });
  expect(await mark("crossed", 20)).toBe("slot_mark_out_of_order");
  expect(await mark("crossed", 40)).toBe("done");
  expect(await market.slot()).toMatchObject({
    ...{ state: "crossed", calledAt: at(10), enteredAt: at(30), crossedAt: at(40), endedAt: null, dueAt: null },
  });
});

test("In the Russian queue a truck that was called ten minutes before its window has come in time, and the clock waits for nothing more.", async () => {
  const market = await slotMarket({ hubId: "manzhouli", terms: { slot: { system: "rosgranstroy" } } });
  const { id: slotId } = await market.request({ placeId: "RUZBK" });
  await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" });
  const latest = later(START, DAY_MS - 10 * MINUTE_MS);
  expect(await market.slot()).toMatchObject({ state: "confirmed", fee: null, dueAt: latest });
  market.wait(DAY_MS - 10 * MINUTE_MS);
  await deadlineRound(market.on);
  expect(await market.slot()).toMatchObject({ state: "forfeited", endedAt: latest });
  const called = { slotId, as: "called", occurredAt: toIso(latest) };
  expect(codeOf(await market.run(markSlot, "timur", called))).toBe("done");
  expect(await market.slot()).toMatchObject({ state: "called", calledAt: latest, endedAt: null, dueAt: null });
});

test("The end of its window takes nothing from a truck that was called within it, though that is told later.", async () => {
  const market = await slotMarket();
  const slotId = await confirmed(market);
  const mark = (as: string, hours: number) =>
    market.run(markSlot, "timur", { slotId, as, occurredAt: toIso(later(START, DAY_MS + hours * HOUR_MS)) });
  market.wait(2 * DAY_MS);
  await deadlineRound(market.on);
  expect(codeOf(await mark("called", 3))).toBe("slot_forfeited");
  expect(await mark("called", 1)).toMatchObject({ kind: "done", value: { state: "called" } });
  market.wait(DAY_MS);
  await deadlineRound(market.on);
  expect(await market.slot()).toMatchObject({ state: "called", endedAt: null, dueAt: null });
  expect(codeOf(await mark("in", 4))).toBe("done");
});

test("A slot is missed by a truck that was called and did not come once the provider says so, and that may still be set right.", async () => {
  const market = await slotMarket();
  const slotId = await confirmed(market);
  const mark = (as: string, hours: number) =>
    market.run(markSlot, "timur", { slotId, as, occurredAt: toIso(later(START, DAY_MS + hours * HOUR_MS)) });
  market.wait(DAY_MS + HOUR_MS);
  expect(codeOf(await mark("called", 1))).toBe("done");
  market.wait(2 * HOUR_MS);
  expect(codeOf(await mark("missed", 1.5))).toBe("not_yet");
  expect(await mark("missed", 3)).toMatchObject({ kind: "done", value: { state: "forfeited" } });
  expect(await market.slot()).toMatchObject({ endedAt: later(START, DAY_MS + 3 * HOUR_MS), dueAt: null });
  expect((await market.types()).filter((type) => type === "slot.forfeited")).toHaveLength(1);
  expect(codeOf(await mark("in", 2.5))).toBe("done");
  expect(await market.slot()).toMatchObject({ state: "in", endedAt: null });
});

test("A slot that was given up is of no more concern to the clock, and its truck may ask for another.", async () => {
  const market = await slotMarket();
  const { id: slotId } = await market.request();
  market.wait(HOUR_MS);
  await market.run(cancelSlot, "timur", { slotId, words: "Too early" });
  expect(await market.slot()).toMatchObject({
    ...{ state: "cancelled", endedAt: later(START, HOUR_MS), endWords: "Too early", dueAt: null },
  });
  expect(codeOf(await market.run(requestSlot, "timur", BOOKING))).toBe("done");
});

test("Goods whose crossing was passed over had crossed by the next step that was told; a slot of an order that was called off is called off with its time.", async () => {
  const market = await slotMarket();
  await confirmed(market);
  market.wait(DAY_MS);
  await market.step("arrived_destination");
  const told = market.now();
  market.wait(DAY_MS);
  await deadlineRound(market.on);
  expect(await market.slot()).toMatchObject({ state: "crossed", crossedAt: told, endedAt: null, dueAt: null });

  const over = await slotMarket();
  const { id: slotId } = await over.request();
  await over.run(paySlot, "timur", { slotId });
  // While the work has stopped the slot stands and the order's step waits, so that the order can still be called off.
  await over.run(raiseException, "timur", { reason: "vehicle", words: "Brakes" });
  expect(codeOf(await over.run(confirmSlot, "timur", { slotId, bookingNumber: "1" }))).toBe("done");
  expect(codeOf(await over.run(cancelOrder, "lin", { reason: "Plans changed" }))).toBe("done");
  over.wait(3 * DAY_MS);
  await deadlineRound(over.on);
  expect(await over.slot()).toMatchObject({ state: "cancelled", endedAt: ENDS, dueAt: null });
  expect((await over.types()).filter((type) => type === "slot.forfeited")).toEqual([]);
});

test("A truck keeps its plate while its trailer changes, and takes no plate that another open slot of the order names.", async () => {
  const market = await slotMarket({ trucks: 2 });
  const { id: slotId } = await market.request();
  await market.request({ tractorPlate: "456 DEF 05" });
  const change = (more: object) => market.run(changeVehicleOfSlot, "timur", { slotId, ...more });
  expect(codeOf(await change({ tractorPlate: "123 ABC 05", trailerPlate: "88 SS 05" }))).toBe("done");
  expect(await market.slot()).toMatchObject({ tractorPlate: "123 ABC 05", trailerPlate: "88 SS 05", placeId: "KZHOR" });
  expect(codeOf(await change({ tractorPlate: "456 DEF 05" }))).toBe("slot_plate_booked");
  expect(codeOf(await change({ tractorPlate: "123 ABC 05", placeId: "CNHRS" }))).toBe("slot_place_unknown");
});

test("Whoever names an older version of a slot changes nothing of it, whatever is asked.", async () => {
  const market = await slotMarket();
  const slotId = await confirmed(market);
  const before = await market.slot();
  const named = { slotId, version: before.version - 1 };
  const said = [
    await market.run(paySlot, "timur", named),
    await market.run(confirmSlot, "timur", { ...named, bookingNumber: "2" }),
    await market.run(markSlot, "timur", { ...named, as: "called", occurredAt: toIso(START) }),
    await market.run(changeDriversOfSlot, "timur", { ...named, drivers: BOOKING.drivers }),
    await market.run(changeVehicleOfSlot, "timur", { ...named, tractorPlate: "999 ZZ 05" }),
    await market.run(moveSlot, "timur", { ...named, ...WINDOW }),
    await market.run(rebookSlot, "timur", { ...named, ...BOOKING, atFault: "nobody", words: "x" }),
  ];
  expect(said.map(codeOf)).toEqual(said.map(() => "stale_version"));
  expect(await market.slot()).toEqual(before);
  expect(await market.slots()).toHaveLength(1);
});

test("A slot is asked for in the system that the bid names, else in that of the far side, unless another is named.", async () => {
  const systemOf = async (terms: LogisticsTerms, more: object = {}) => {
    const market = await slotMarket({ terms });
    await market.request(more);
    return (await market.slot()).system;
  };
  expect(await systemOf({})).toBe("cargoruqsat");
  expect(await systemOf({ slot: { system: "cn_port_booking" } }, { placeId: "CNHRS" })).toBe("cn_port_booking");
  const why = { system: "cargoruqsat", systemReason: "The port's own booking is down" };
  expect(await systemOf({ slot: { system: "cn_port_booking" } }, why)).toBe("cargoruqsat");
});

test("No truck crosses that a gate keeps from crossing; one that has takes no other slot, and leaves the step to be reported.", async () => {
  const need = { kind: "step", step: { service: "customs", code: "documents_complete" } } as const;
  const gates = [{ need, holds: { service: "logistics", code: "crossed_border" } }] as const;
  const market = await slotMarket({ gates });
  const slotId = await confirmed(market);
  market.wait(DAY_MS);
  const mark = () => market.run(markSlot, "timur", { slotId, as: "crossed", occurredAt: toIso(market.now()) });
  expect(codeOf(await mark())).toBe("gate_closed");
  for (const code of ["documents_requested", "documents_complete"])
    await must(market.on, reportMilestone, {
      actor: actorOf("timur"),
      input: { orderId: market.customsId, code, occurredAt: toIso(market.now()), ...EARLY },
    });
  expect(codeOf(await mark())).toBe("done");
  const seen = async () =>
    slotsView(market.database.read, actorOf("timur"), { orderId: market.orderId, now: market.now() });
  expect(await seen()).toMatchObject({
    asking: { isOpen: false, why: "slots_full" },
    slots: [{ next: { what: "report", whose: "provider" } }],
  });
  expect(codeOf(await market.run(requestSlot, "timur", { ...BOOKING, tractorPlate: "456 DEF 05" }))).toBe("slots_full");
  await market.step("crossed_border");
  expect(await seen()).toMatchObject({ slots: [{ next: { what: "nothing", whose: null } }] });
});

test("The system's confirmation is told as the order's step while a gate holds the order, which stays on hold.", async () => {
  const market = await slotMarket();
  const { id: slotId } = await market.request();
  await market.run(paySlot, "timur", { slotId });
  await market.database.write(async (tx) => saveOrder(tx, await market.order(), { heldSince: START }));
  expect(codeOf(await market.run(confirmSlot, "timur", { slotId, bookingNumber: "KGD-1" }))).toBe("done");
  const steps = await findMilestones(market.database.read, await market.order());
  expect(steps.find(({ code }) => code === "slot_reserved")).toMatchObject({ occurredAt: START, note: "KGD-1" });
  expect((await market.order()).heldSince).toBe(START);
});
