import { describe, expect, test } from "vitest";
import { actorOf, START, EARLY } from "@/test/order-market";
import { BOOKING, GATES, SLOT_TERMS, type SlotMarket, slotMarket, WINDOW } from "@/test/slot-market";
import { must } from "@/test/must";
import { milestonesOfOrders } from "@/db/repositories/order-lists";
import { DAY_MS, HOUR_MS, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { mintActor } from "../../platform/identity/mint-actor";
import { execute } from "../../platform/execute";
import { deadlineRound } from "../../worker/timers";
import { readDelay } from "../delay/read-delay";
import { findMilestones } from "@/db/repositories/orders";
import { raiseException } from "../delay/exceptions";
import { reportMilestone } from "../report-milestone";
import { cancelSlot, markSlot, runOutSlot } from "./mark-slot";
import { changeDriversOfSlot, changeVehicleOfSlot } from "./change-vehicle";
import { confirmSlot, paySlot } from "./confirm-slot";
import { moveSlot, rebookSlot, requestSlot } from "./book-slot";

const codeOf = (outcome: { kind: string; refusal?: { code: string } }): string => outcome.refusal?.code ?? outcome.kind;
const timesOf = async ({ database, orderId }: SlotMarket, code: string) =>
  (await milestonesOfOrders(database.read, [{ id: orderId, service: "logistics" }]))
    .get(orderId)
    ?.find((one) => one.code === code)?.occurredAt ?? null;

/** A slot as far as its confirmation. */
async function confirmed(market: SlotMarket, more: object = {}): Promise<string> {
  const { id: slotId } = await market.request(more);
  await must(market.on, paySlot, { actor: actorOf("timur"), input: { orderId: market.orderId, slotId } });
  await must(market.on, confirmSlot, {
    actor: actorOf("timur"),
    input: { orderId: market.orderId, slotId, bookingNumber: "KGD-1" },
  });
  return slotId;
}

const again = (more: object = {}) => ({
  ...BOOKING,
  windowFrom: toIso(later(START, 3 * DAY_MS)),
  windowTo: toIso(later(START, 3 * DAY_MS + HOUR_MS)),
  atFault: "provider",
  words: "Another truck came",
  ...more,
});

describe("a slot is booked", () => {
  test("with its fee and who pays it, paid, confirmed under a number, and the order's step told with it", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    expect(await market.slot()).toMatchObject({
      ...{ id: slotId, number: 1, system: "cargoruqsat", kind: "normal", state: "confirmed" },
      ...{ tractorPlate: "123 ABC 05", bookingNumber: "KGD-1", feePaidBy: "provider", confirmedAt: START },
      fee: { minor: 432_500n, currency: "KZT" },
      dueAt: later(START, DAY_MS + 2 * HOUR_MS),
    });
    expect(await timesOf(market, "slot_reserved")).toBe(START);
    expect((await market.order()).state).toBe("in_progress");
  });

  test("and the step after it may be of the same minute, as times are typed", async () => {
    const market = await slotMarket();
    market.wait(20_000);
    await confirmed(market);
    expect(await timesOf(market, "slot_reserved")).toBe(START);
    const input = { orderId: market.orderId, code: "picked_up", occurredAt: toIso(START) };
    await must(market.on, reportMilestone, { actor: actorOf("timur"), input });
    expect(await market.types()).toEqual(
      expect.arrayContaining(["slot.requested", "slot.marked", "slot.confirmed", "order.milestone_reported"]),
    );
  });

  test("not confirmed before its fee is paid", async () => {
    const market = await slotMarket();
    const { id: slotId } = await market.request();
    expect(codeOf(await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" }))).toBe("slot_unpaid");
  });

  test.each([
    ["a plate that cannot be one", { tractorPlate: "?" }, "malformed"],
    ["no driver", { drivers: [] }, "malformed"],
    ["a driver's document of one sign", { drivers: [{ name: "Ivan", document: "1" }] }, "malformed"],
    ["a place where no truck of this hub crosses", { placeId: "RUGRK" }, "slot_place_unknown"],
    ["a crossing of the other side's system", { placeId: "CNHRS" }, "slot_place_unknown"],
    ["a window that is over", { windowFrom: toIso(later(START, -DAY_MS)), windowTo: toIso(START) }, "slot_window_past"],
    ["a window that runs backwards", { windowTo: WINDOW.windowFrom }, "slot_window_inverted"],
  ])("never for %s", async (_, more, code) => {
    const market = await slotMarket();
    expect(codeOf(await market.run(requestSlot, "timur", { ...BOOKING, ...more }))).toBe(code);
    expect(await market.slots()).toEqual([]);
  });

  test("never before the order is scheduled, nor after its goods have crossed", async () => {
    const early = await slotMarket({ isBooked: false });
    expect(codeOf(await early.run(requestSlot, "timur", BOOKING))).toBe("slot_too_early");
    const late = await slotMarket();
    await late.step("crossed_border");
    expect(codeOf(await late.run(requestSlot, "timur", BOOKING))).toBe("slot_too_late");
  });

  test("for each truck once, and for no more trucks than the order has", async () => {
    const market = await slotMarket({ trucks: 2 });
    await market.request();
    expect(codeOf(await market.run(requestSlot, "timur", BOOKING))).toBe("slot_plate_booked");
    await market.request({ tractorPlate: "456 DEF 05" });
    expect(codeOf(await market.run(requestSlot, "timur", { ...BOOKING, tractorPlate: "789 ZZ 05" }))).toBe(
      "slots_full",
    );
    expect((await market.slots()).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("by the provider, and by the buyer where the bid says so", async () => {
    const market = await slotMarket();
    expect(codeOf(await market.run(requestSlot, "lin", BOOKING))).toBe("not_permitted");
    const buyers = await slotMarket({ terms: { ...SLOT_TERMS, slot: { system: "cargoruqsat", bookedBy: "buyer" } } });
    expect(codeOf(await buyers.run(requestSlot, "timur", BOOKING))).toBe("not_permitted");
    const { id: slotId } = await buyers.request({}, "lin");
    expect(await buyers.slot()).toMatchObject({ bookedBy: "buyer", feePaidBy: "buyer" });
    expect(codeOf(await buyers.run(cancelSlot, "timur", { slotId, words: "no" }))).toBe("not_permitted");
    expect(codeOf(await buyers.run(changeVehicleOfSlot, "timur", { slotId, tractorPlate: "999 ZZ 05" }))).toBe("done");
  });

  test("by nobody else: to strangers neither order nor slot is there, and a slot of another order is not", async () => {
    const market = await slotMarket();
    const { id: slotId } = await market.request();
    expect(codeOf(await market.run(requestSlot, "stranger", BOOKING))).toBe("not_found");
    expect(codeOf(await market.run(paySlot, "stranger", { slotId }))).toBe("not_found");
    expect(codeOf(await market.run(paySlot, "wei", { slotId }))).toBe("not_permitted");
    expect(codeOf(await market.run(paySlot, "timur", { slotId: "another" }))).toBe("not_found");
    expect(codeOf(await market.run(paySlot, "timur", { slotId, orderId: market.customsId }))).toBe("not_found");
  });
});

describe("papers gate the slot, and the slot gates dispatch", () => {
  const complete = async ({ on, customsId, now }: SlotMarket) => {
    for (const code of ["documents_requested", "documents_complete"])
      await must(on, reportMilestone, {
        actor: actorOf("timur"),
        input: { orderId: customsId, code, occurredAt: toIso(now()), ...EARLY },
      });
  };

  test("a slot is not even asked for before the papers are complete, and pick-up waits for one that stands", async () => {
    const market = await slotMarket({ gates: GATES });
    const pickUp = () => market.run(reportMilestone, "timur", { code: "picked_up", occurredAt: toIso(market.now()) });
    expect(await market.run(requestSlot, "timur", BOOKING)).toMatchObject({
      kind: "refused",
      refusal: { code: "gate_closed", details: { gate: "customs.documents_complete>logistics.slot_reserved" } },
    });
    await complete(market);
    const { id: slotId } = await market.request();
    expect(await pickUp()).toMatchObject({ refusal: { code: "gate_closed", details: { why: "no_slot" } } });
    await must(market.on, paySlot, { actor: actorOf("timur"), input: { orderId: market.orderId, slotId } });
    await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" });
    expect(await pickUp()).toMatchObject({ kind: "done" });
  });

  test("of two trucks the order waits until each has its slot, and waits again where one is called off", async () => {
    const market = await slotMarket({ gates: GATES, trucks: 2 });
    await complete(market);
    const pickUp = () => market.run(reportMilestone, "timur", { code: "picked_up", occurredAt: toIso(market.now()) });
    const waits = { refusal: { code: "gate_closed", details: { why: "slots_missing" } } };
    await confirmed(market);
    expect(await pickUp()).toMatchObject(waits);
    const second = await confirmed(market, { tractorPlate: "456 DEF 05" });
    await market.run(cancelSlot, "timur", { slotId: second, words: "The truck broke down" });
    expect(await pickUp()).toMatchObject(waits);
    await confirmed(market, { tractorPlate: "789 GHK 05" });
    expect(await pickUp()).toMatchObject({ kind: "done" });
  });

  test("a slot that is called off holds the order, and one that is asked for in its place lets go of it and opens nothing", async () => {
    const market = await slotMarket({ gates: GATES });
    await complete(market);
    const slotId = await confirmed(market);
    await market.run(cancelSlot, "timur", { slotId, words: "The truck broke down" });
    expect((await market.order()).heldSince).toBe(START);
    const booked = await market.run(rebookSlot, "timur", { slotId, ...again() });
    expect(booked).toMatchObject({ kind: "done" });
    expect((await market.order()).heldSince).toBeNull();
    expect(await market.run(reportMilestone, "timur", { code: "picked_up", occurredAt: toIso(START) })).toMatchObject({
      refusal: { code: "gate_closed", details: { why: "no_slot" } },
    });
  });
});

describe("lesson 32: plate and crossing of a confirmed slot are fixed", () => {
  test("another plate is refused with the fee for booking anew and the party at fault, and nothing changes", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    const before = await market.slot();
    expect(await market.run(changeVehicleOfSlot, "timur", { slotId, tractorPlate: "999 XYZ 05" })).toMatchObject({
      kind: "refused",
      refusal: {
        code: "slot_fixed",
        details: { fee: "432500.00", currency: "KZT", atFault: "provider", what: "plate" },
      },
    });
    expect(await market.slot()).toEqual(before);
  });

  test("cancelled and booked anew it costs a hundred indices, which whose fault it is pays", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    const booked = await market.run(rebookSlot, "timur", {
      slotId,
      ...again({ tractorPlate: "999 XYZ 05", atFault: "buyer" }),
    });
    expect(booked).toMatchObject({ kind: "done", value: { state: "requested" } });
    expect(await market.slot(1)).toMatchObject({ state: "cancelled", endedAt: START, dueAt: null });
    expect(await market.slot(2)).toMatchObject({
      ...{ kind: "rebooking", replacesId: slotId, atFault: "buyer", feePaidBy: "buyer", tractorPlate: "999 XYZ 05" },
      fee: { minor: 43_250_000n, currency: "KZT" },
    });
    expect(codeOf(await market.run(rebookSlot, "timur", { slotId, ...again({ tractorPlate: "111 AA 05" }) }))).toBe(
      "slot_replaced",
    );
  });

  test("drivers are added and not taken away, and the date is moved", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    const second = { name: "Omar", document: "N 7654321" };
    expect(codeOf(await market.run(changeDriversOfSlot, "timur", { slotId, drivers: [second] }))).toBe(
      "slot_drivers_stand",
    );
    expect(
      codeOf(await market.run(changeDriversOfSlot, "timur", { slotId, drivers: [...BOOKING.drivers, second] })),
    ).toBe("done");
    const window = { windowFrom: toIso(later(START, 2 * DAY_MS)), windowTo: toIso(later(START, 2 * DAY_MS + HOUR_MS)) };
    expect(codeOf(await market.run(moveSlot, "timur", { slotId, ...window }))).toBe("done");
    expect(await market.slot()).toMatchObject({
      moveCount: 1,
      dueAt: later(START, 2 * DAY_MS + HOUR_MS),
      state: "confirmed",
    });
    expect((await market.slot()).drivers).toHaveLength(2);
  });
});

describe("a window that is missed", () => {
  const clock = mintActor({ kind: "system" });

  test("forfeits the slot at its end and not before, by the market's clock alone, and starts no wait of a truck that is not there", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    market.wait(DAY_MS + 2 * HOUR_MS - 1);
    await deadlineRound(market.on);
    expect((await market.slot()).state).toBe("confirmed");
    expect(codeOf(await execute(runOutSlot, { actor: actorOf("timur"), input: { slotId } }, market.on))).toBe(
      "not_permitted",
    );
    expect(codeOf(await execute(runOutSlot, { actor: clock, input: { slotId } }, market.on))).toBe("not_yet");
    const missedAt = later(START, DAY_MS + 2 * HOUR_MS);
    market.wait(1 + 50 * HOUR_MS);
    await deadlineRound(market.on);
    await deadlineRound(market.on);
    expect(await market.slot()).toMatchObject({ state: "forfeited", endedAt: missedAt, dueAt: null });
    expect((await market.types()).filter((type) => type === "slot.forfeited")).toHaveLength(1);
    const order = await market.order();
    const milestones = await findMilestones(market.database.read, order);
    const { waits } = await readDelay(market.database.read, { ...order, milestones }, market.now());
    expect(waits).toEqual([]);
  });

  test("holds the order where nobody has picked up yet, until another slot stands", async () => {
    const market = await slotMarket({ gates: [GATES[1] as (typeof GATES)[number]] });
    const slotId = await confirmed(market);
    market.wait(2 * DAY_MS);
    await deadlineRound(market.on);
    expect((await market.order()).heldSince).toBe(market.now());
    const { value } = (await market.run(rebookSlot, "timur", { slotId, ...again() })) as { value: { id: string } };
    await market.run(paySlot, "timur", { slotId: value.id });
    expect(codeOf(await market.run(confirmSlot, "timur", { slotId: value.id, bookingNumber: "2" }))).toBe("done");
    expect((await market.order()).heldSince).toBeNull();
    expect(
      codeOf(await market.run(reportMilestone, "timur", { code: "picked_up", occurredAt: toIso(market.now()) })),
    ).toBe("done");
  });

  test("was not missed by a truck of which it is told late that it came in time", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    market.wait(2 * DAY_MS);
    await deadlineRound(market.on);
    expect((await market.slot()).state).toBe("forfeited");
    const late = { slotId, as: "in", occurredAt: toIso(later(START, DAY_MS + 3 * HOUR_MS)) };
    expect(codeOf(await market.run(markSlot, "timur", late))).toBe("slot_forfeited");
    const timely = { slotId, as: "in", occurredAt: toIso(later(START, DAY_MS + HOUR_MS)) };
    expect(await market.run(markSlot, "timur", timely)).toMatchObject({ kind: "done", value: { state: "in" } });
    expect(await market.slot()).toMatchObject({ state: "in", endedAt: null, dueAt: null });
  });

  test("is not missed by goods that have crossed, though nobody said so of the slot", async () => {
    const market = await slotMarket();
    await confirmed(market);
    market.wait(DAY_MS);
    await market.step("crossed_border");
    const crossedAt = market.now();
    market.wait(DAY_MS);
    await deadlineRound(market.on);
    expect(await market.slot()).toMatchObject({ state: "crossed", crossedAt, endedAt: null });
  });

  test("of a slot that was never confirmed calls it off", async () => {
    const market = await slotMarket();
    await market.request();
    market.wait(2 * DAY_MS);
    await deadlineRound(market.on);
    expect((await market.slot()).state).toBe("cancelled");
    expect(await market.types()).toContain("slot.cancelled");
  });
});

describe("the truck goes through", () => {
  test("called, in, across; each told with its time by the provider", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    market.wait(DAY_MS + HOUR_MS);
    const mark = (as: string, minutes: number, who: "timur" | "lin" = "timur") =>
      market.run(markSlot, who, { slotId, as, occurredAt: toIso(later(market.now(), minutes * MINUTE_MS)) });
    expect(codeOf(await mark("called", -30, "lin"))).toBe("not_permitted");
    expect(codeOf(await mark("called", -30))).toBe("done");
    expect(codeOf(await mark("in", -40))).toBe("slot_mark_out_of_order");
    expect(codeOf(await mark("in", 10))).toBe("occurred_in_future");
    expect(codeOf(await mark("in", -20))).toBe("done");
    expect(codeOf(await mark("crossed", -5))).toBe("done");
    expect(codeOf(await mark("crossed", -5))).toBe("wrong_state");
    expect((await market.slot()).state).toBe("crossed");
    expect(codeOf(await market.run(cancelSlot, "timur", { slotId, words: "x" }))).toBe("wrong_state");
  });

  test("and no further than the queue while the work of its order has stopped", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    market.wait(DAY_MS);
    await market.run(raiseException, "timur", { reason: "vehicle", words: "Brakes" });
    const mark = (as: string) => market.run(markSlot, "timur", { slotId, as, occurredAt: toIso(market.now()) });
    expect(codeOf(await mark("called"))).toBe("done");
    expect(codeOf(await mark("in"))).toBe("wrong_state");
  });
});

test("in Lạng Sơn goods, quarantine and GPS are declared before a slot is confirmed, and it costs nothing", async () => {
  const market = await slotMarket({ hubId: "pingxiang", terms: { slot: { system: "cuakhauso", bookedBy: "driver" } } });
  const { id: slotId } = await market.request({ placeId: "VN-HUUNGHI" });
  expect(await market.slot()).toMatchObject({ system: "cuakhauso", fee: null, feePaidBy: null });
  expect(codeOf(await market.run(paySlot, "timur", { slotId }))).toBe("slot_free");
  const confirm = (declared: readonly string[]) =>
    market.run(confirmSlot, "timur", { slotId, bookingNumber: "1", declared });
  expect(await confirm(["goods", "gps"])).toMatchObject({
    refusal: { code: "slot_undeclared", details: { what: "quarantine" } },
  });
  expect(codeOf(await confirm(["goods", "quarantine", "gps"]))).toBe("done");
  expect(await market.slot()).toMatchObject({ state: "confirmed", dueAt: null });
});

describe("at once", () => {
  test("twenty confirmations have one effect", async () => {
    const market = await slotMarket();
    const { id: slotId } = await market.request();
    await market.run(paySlot, "timur", { slotId });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" })),
    );
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(outcomes.map(codeOf).filter((code) => code === "wrong_state")).toHaveLength(19);
    const types = await market.types();
    expect(types.filter((type) => type === "slot.confirmed")).toHaveLength(1);
    expect(types.filter((type) => type === "order.milestone_reported")).toHaveLength(2);
  });

  test("twenty requests for one truck leave one slot", async () => {
    const market = await slotMarket({ trucks: 20 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => market.run(requestSlot, "timur", BOOKING)));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(await market.slots()).toHaveLength(1);
  });

  test("who saw an older version of a slot is refused", async () => {
    const market = await slotMarket();
    const { id: slotId } = await market.request();
    await market.run(paySlot, "timur", { slotId, version: 1 });
    expect(codeOf(await market.run(cancelSlot, "timur", { slotId, words: "x", version: 1 }))).toBe("stale_version");
  });
});
