import { describe, expect, test } from "vitest";
import { actorOf, START, visitor } from "@/test/order-market";
import { GATES, SLOT_TERMS, type SlotMarket, slotMarket, BOOKING } from "@/test/slot-market";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { makeLink } from "../../field/links";
import { cancelSlot, markSlot } from "../slots/mark-slot";
import { confirmSlot, paySlot } from "../slots/confirm-slot";
import { rebookSlot } from "../slots/book-slot";
import { endException, raiseException } from "../delay/exceptions";
import { reportDelay } from "../delay/delays";
import { deadlineRound } from "../../worker/timers";
import { delayView, exceptionsView } from "./delay";
import { linkToken } from "../../platform/identity/tokens";
import { openLink } from "../../platform/identity/field-gate";
import { usePlatform } from "../../platform/platform";
import { fieldView } from "../../field/queries";
import { slotsView } from "./slots";

type Who = Parameters<typeof actorOf>[0];
const seen = async ({ database, orderId, now }: SlotMarket, who: Who = "timur") =>
  slotsView(database.read, actorOf(who), { orderId, now: now() });

async function confirmed(market: SlotMarket): Promise<string> {
  const { id: slotId } = await market.request();
  await market.run(paySlot, "timur", { slotId });
  await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" });
  return slotId;
}

/** What the driver's page shows of slots. */
async function driversSlots(market: SlotMarket) {
  usePlatform(market.on);
  const made = await market.run(makeLink, "timur", { role: "driver", person: "Azamat", locale: "en" });
  if (made.kind !== "done") throw new Error("the link was made");
  const opened = await openLink(linkToken(made.value));
  if (opened.kind !== "stands") throw new Error("the link stands");
  return (await fieldView(market.database.read, opened.link, opened.actor))?.slots.map(({ number }) => number);
}

describe("a slot that nobody has marked", () => {
  test("is nobody's turn once the crossing is told as the order's step, nor is its window the driver's any more", async () => {
    const market = await slotMarket();
    await confirmed(market);
    expect(await driversSlots(market)).toEqual([1]);
    await market.step("crossed_border");
    expect((await seen(market))?.slots[0]).toMatchObject({
      state: "confirmed",
      next: { what: "nothing", whose: null, by: null },
    });
    expect(await driversSlots(market)).toEqual([]);
  });

  test("is nobody's turn either where the goods were delivered and their crossing was passed over", async () => {
    const market = await slotMarket();
    await confirmed(market);
    await market.step("delivered");
    expect((await seen(market))?.slots[0]).toMatchObject({ next: { what: "nothing", whose: null } });
    expect(await driversSlots(market)).toEqual([]);
  });
});

describe("an order on which no slot is on record", () => {
  test("waits for one until its goods are across, and for none from then on", async () => {
    const market = await slotMarket();
    expect(await seen(market, "lin")).toMatchObject({ slots: [], isNeeded: true });
    await market.step("crossed_border");
    expect(await seen(market, "lin")).toMatchObject({ slots: [], isNeeded: false });
  });
});

describe("a slot that was cancelled", () => {
  const OTHER = { tractorPlate: "777 ZZZ 05" };
  const nextAndSteps = async (market: SlotMarket) => {
    const [first] = (await seen(market))?.slots ?? [];
    return { what: first?.next.what, isOffered: first?.steps.includes("rebook") };
  };
  const cancelled = async (trucks: number) => {
    const market = await slotMarket({ trucks });
    const { id: slotId } = await market.request();
    await market.run(cancelSlot, "timur", { slotId, words: "Too early" });
    const again = (more: object = {}) =>
      market.run(rebookSlot, "timur", { slotId, ...BOOKING, atFault: "nobody", words: "x", ...more });
    return { market, again };
  };

  test("is booked anew from there while its truck has no other", async () => {
    const { market, again } = await cancelled(1);
    expect(await nextAndSteps(market)).toEqual({ what: "rebook", isOffered: true });
    expect(await again()).toMatchObject({ kind: "done" });
  });

  test.each([
    ["its truck has another", 1, {}, "slot_plate_booked"],
    ["its truck has another of two", 2, {}, "slot_plate_booked"],
    ["every truck of the order has one", 1, OTHER, "slots_full"],
  ])("is over where %s", async (_, trucks, more, code) => {
    const { market, again } = await cancelled(trucks);
    await market.request(more);
    expect(await again()).toMatchObject({ refusal: { code } });
    expect(await nextAndSteps(market)).toEqual({ what: "nothing", isOffered: false });
  });

  test("is booked anew beside another truck's", async () => {
    const { market, again } = await cancelled(2);
    await market.request(OTHER);
    expect(await nextAndSteps(market)).toEqual({ what: "rebook", isOffered: true });
    expect(await again()).toMatchObject({ kind: "done" });
  });
});

describe("an order's slots", () => {
  test("are seen by its two parties alone, each with what it may do", async () => {
    const market = await slotMarket();
    await market.request();
    expect((await seen(market, "timur"))?.slots[0]?.steps).toEqual(["pay", "drivers", "move", "vehicle", "cancel"]);
    expect((await seen(market, "lin"))?.slots[0]).toMatchObject({
      steps: [],
      next: { what: "pay", whose: "provider" },
    });
    expect((await seen(market, "wei"))?.asking).toEqual({ isOpen: false, why: "not_permitted" });
    expect(await seen(market, "stranger")).toBeNull();
    expect(await slotsView(market.database.read, visitor, { orderId: market.orderId, now: START })).toBeNull();
    expect(
      await slotsView(market.database.read, actorOf("timur"), { orderId: market.customsId, now: START }),
    ).toBeNull();
  });

  test("say what is next and whose turn it is, from the request until the crossing is another's", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    expect((await seen(market))?.slots[0]).toMatchObject({
      next: { what: "arrive", whose: "provider", by: later(START, DAY_MS + 2 * HOUR_MS) },
      steps: ["mark", "drivers", "move", "rebook", "cancel"],
      rebookingFee: { minor: 43_250_000n },
      rebooking: { fee: { minor: 43_250_000n }, indices: 100, index: 4325 },
    });
    market.wait(2 * DAY_MS);
    await deadlineRound(market.on);
    expect((await seen(market))?.slots[0]).toMatchObject({
      state: "forfeited",
      next: { what: "rebook", whose: "provider" },
    });
    const window = { windowFrom: toIso(later(START, 4 * DAY_MS)), windowTo: toIso(later(START, 4 * DAY_MS + HOUR_MS)) };
    await market.run(rebookSlot, "timur", { slotId, ...BOOKING, ...window, atFault: "nobody", words: "Snow" });
    expect((await seen(market))?.slots).toMatchObject([
      { next: { what: "nothing", whose: null }, replacedBy: 2, steps: [] },
      { replaces: 1, atFault: "nobody", feePaidBy: "provider", next: { what: "pay" } },
    ]);
  });

  test("stay with a truck that was called in its window, which is then let in or reported as missed", async () => {
    const market = await slotMarket();
    const slotId = await confirmed(market);
    market.wait(DAY_MS + HOUR_MS);
    await market.run(markSlot, "timur", { slotId, as: "called", occurredAt: toIso(market.now()) });
    market.wait(DAY_MS);
    await deadlineRound(market.on);
    expect((await seen(market))?.slots[0]).toMatchObject({
      ...{ state: "called", next: { what: "enter", whose: "provider", by: null }, marks: ["in", "crossed", "missed"] },
      steps: ["mark", "drivers", "rebook", "cancel"],
    });
  });

  test("are asked for where the far side's system has its crossings, in the bid's system", async () => {
    const view = await seen(await slotMarket({ terms: {} }));
    expect(view).toMatchObject({ system: "cargoruqsat", booker: "provider", trucks: 1 });
    expect(view?.crossings).toMatchObject([{ id: "KZHOR", zone: "Asia/Almaty" }]);
    const free = await seen(await slotMarket({ terms: { slot: { system: "none" } } }));
    expect(free?.crossings.map(({ id }) => id).sort()).toEqual(["CNHRS", "KZHOR"]);
  });

  test.each([
    ["before it is scheduled", { isBooked: false }, "slot_too_early"],
    ["before its papers are complete", { gates: GATES }, "gate_closed"],
    [
      "by the provider where the buyer books",
      { terms: { slot: { system: "cargoruqsat", bookedBy: "buyer" } } },
      "other_side",
    ],
  ] as const)("are not asked for %s", async (_, made, why) => {
    expect((await seen(await slotMarket(made)))?.asking).toEqual({ isOpen: false, why });
  });
});

describe("an order's waits and stops", () => {
  test("are seen by its two parties alone, and objected to by the side that did not give the reason", async () => {
    const market = await slotMarket({ terms: { ...SLOT_TERMS, freeTimeBorderHours: 0 } });
    const { database, orderId } = market;
    const view = (who: Who) => delayView(database.read, actorOf(who), { orderId, now: market.now() });
    expect(await view("lin")).toMatchObject({ waits: [], mayReport: false });
    await market.step("arrived_hub");
    market.wait(25 * HOUR_MS);
    await market.run(reportDelay, "timur", { place: "border", reason: "queue", from: toIso(START) });
    expect(await view("timur")).toMatchObject({
      ...{ mayReport: true, side: "provider" },
      waits: [{ isPriced: true, days: [{ number: 1 }, { number: 2 }] }],
      segments: [{ mayObject: false, mayEnd: true, mayWithdraw: true }],
    });
    expect(await view("lin")).toMatchObject({
      side: "buyer",
      segments: [{ mayObject: true, mayEnd: false, mayWithdraw: false }],
    });
    expect(await view("wei")).toMatchObject({ mayReport: false, segments: [{ mayObject: false }] });
    expect(await view("stranger")).toBeNull();
    expect(await delayView(database.read, actorOf("lin"), { orderId: market.customsId, now: START })).toBeNull();
  });

  test("say who stopped the work and who may end that", async () => {
    const market = await slotMarket();
    const view = (who: Who) => exceptionsView(market.database.read, actorOf(who), market.orderId);
    expect(await view("lin")).toMatchObject({ open: null, mayRaise: true, mayEnd: false });
    await market.run(raiseException, "timur", { reason: "vehicle", words: "Brakes" });
    expect(await view("lin")).toMatchObject({
      open: { reason: "vehicle", by: "provider" },
      mayRaise: false,
      mayEnd: false,
    });
    expect(await view("timur")).toMatchObject({ mayEnd: true });
    const beside = await exceptionsView(market.database.read, actorOf("lin"), market.customsId);
    expect(beside).toMatchObject({ exceptions: [], open: null, mayRaise: true, mayEnd: false });
    expect(await market.run(endException, "timur", { orderId: market.customsId, words: "" })).toMatchObject({
      refusal: { code: "no_exception" },
    });
    expect(await view("wei")).toMatchObject({ mayRaise: false, mayEnd: false });
    expect(await view("stranger")).toBeNull();
  });
});

test("Both parties read why a slot is not in the bid's system, and a form for another system has its crossings and no fee of the bid's.", async () => {
  const market = await slotMarket({ trucks: 2 });
  const view = (wanted?: string) =>
    slotsView(market.database.read, actorOf("timur"), { orderId: market.orderId, now: START, wanted });
  const usual = await view();
  expect(usual).toMatchObject({
    ...{ system: "cargoruqsat", agreedSystem: "cargoruqsat", otherSystems: ["cn_port_booking"] },
    crossings: [{ id: "KZHOR" }],
  });
  expect(await view("cn_port_booking")).toMatchObject({
    ...{ system: "cn_port_booking", agreedSystem: "cargoruqsat", otherSystems: ["cargoruqsat"] },
    crossings: [{ id: "CNHRS" }],
    fees: ["normal", "out_of_turn", "accelerated", "rebooking"].map((kind) => ({ kind, fee: null })),
  });
  for (const unknown of ["cuakhauso", "nonsense"]) expect(await view(unknown)).toEqual(usual);
  const systemReason = "CargoRuqsat has no window left this week";
  await market.request({ system: "cn_port_booking", placeId: "CNHRS", systemReason });
  for (const who of ["lin", "timur"] as const)
    expect((await seen(market, who))?.slots).toMatchObject([{ system: "cn_port_booking", systemReason }]);
});
