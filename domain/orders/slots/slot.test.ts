import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, instant, later, type LocalDate, MINUTE_MS } from "../../shared/time";
import { money } from "../../shared/money";
import { SLOT_SYSTEMS } from "../../services/logistics/choices";
import { calculationIndexOn } from "../../shared/calculation-index";
import { isIndexOfAnotherYear, SLOT_KINDS, slotFee } from "./fees";
import {
  cancel,
  changeDrivers,
  changeVehicle,
  confirm,
  endsBy,
  type Mark,
  mark,
  move,
  OPEN,
  pay,
  rebook,
  runOut,
  type Slot,
  SLOT_LIFECYCLE,
  SLOT_STATES,
  type SlotState,
} from "./slot";
import { lostSlotOf, mayBook } from "./order-of-slot";
import { marksOf, stepsOf } from "./slot-turn";
import type { SlotSystem } from "./systems";
import { arriveBy, arriveFrom, checkWindow } from "./window";

const NOW = instant(Date.parse("2026-11-24T02:00:00Z"));
const IN_2026 = "2026-11-24" as LocalDate;
const OF_2026 = calculationIndexOn(IN_2026);
const FROM = later(NOW, DAY_MS);
const TO = later(FROM, HOUR_MS);
/** A crossing that never shuts. */
const allDay = (now: Instant) => ({ now, zone: "Asia/Almaty", hours: null });
const IVAN = { name: "Ivan", document: "N1" };
const OMAR = { name: "Omar", document: "N2" };

const slotOf = (system: SlotSystem, state: SlotState, more: Partial<Slot> = {}): Slot => ({
  system,
  state,
  kind: "normal",
  placeId: "KZHOR",
  window: { from: FROM, to: TO },
  tractorPlate: "123 ABC 05",
  trailerPlate: null,
  drivers: [IVAN],
  declared: [],
  fee: slotFee(system, "normal", { ...OF_2026, day: IN_2026 })?.fee ?? null,
  atFault: null,
  ...more,
});

/** Nothing has been said of its truck, and the order has no other slot for it. */
const ALONE = { lastMarkAt: null, isReplaced: false, isPlateBooked: false };

const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string => result.refusal?.code ?? "ok";
const fee100 = money(43_250_000n, "KZT");

const OF_2025 = calculationIndexOn("2025-11-24" as LocalDate);

describe("what a slot in Kazakhstan costs", () => {
  test.each([
    ["normal", OF_2025, 393_200n],
    ["normal", OF_2026, 432_500n],
    ["accelerated", OF_2025, 39_320_000n],
    ["out_of_turn", OF_2026, 432_500n],
    ["accelerated", OF_2026, 43_250_000n],
    ["rebooking", OF_2026, 43_250_000n],
  ] as const)("%s by %j is %i tiyn: so many indices", (kind, index, minor) => {
    expect(slotFee("cargoruqsat", kind, { ...index, day: IN_2026 })?.fee).toEqual(money(minor, "KZT"));
  });

  test.each([
    ["2026-12-31", null],
    ["2027-01-01", "2027"],
    ["2028-02-29", "2028"],
  ])("A fee that is booked on %s by the index of 2026 says that the index of %s is due.", (day, yearDue) => {
    expect(slotFee("cargoruqsat", "normal", { ...OF_2026, day: day as LocalDate })?.yearDue).toBe(yearDue);
  });

  test.each([
    ["2026-12-31", false],
    ["2027-01-01", true],
  ] as const)("on %s a new index is due: %s", (day, isDue) => {
    expect(isIndexOfAnotherYear(OF_2026, day as LocalDate)).toBe(isDue);
  });

  test.each(["cuakhauso", "rosgranstroy", "cn_port_booking", "none"] as const)("in %s it costs nothing", (system) => {
    for (const kind of SLOT_KINDS) expect(slotFee(system, kind, { ...OF_2026, day: IN_2026 })).toBeNull();
  });
});

describe("lesson 32: what is confirmed in Kazakhstan is fixed", () => {
  const change = { tractorPlate: "777 ZZZ 05" };

  test.each(["confirmed", "called"] as const)(
    "another plate for a %s slot is refused, with the fee and the party at fault",
    (state) => {
      const refused = changeVehicle(slotOf("cargoruqsat", state), change, { side: "buyer", rebookingFee: fee100 });
      expect(refused).toEqual({
        ok: false,
        refusal: {
          code: "slot_fixed",
          details: { what: "plate", isFree: false, fee: "432500.00", currency: "KZT", atFault: "provider" },
        },
      });
    },
  );

  test.each(["buyer", "provider"] as const)("another crossing is the fault of whoever asks for it: %s", (side) => {
    const refused = changeVehicle(
      slotOf("cargoruqsat", "confirmed"),
      { placeId: "KZ-DOSTYK" },
      { side, rebookingFee: fee100 },
    );
    expect(refused).toMatchObject({ refusal: { details: { what: "crossing", atFault: side } } });
  });

  test("before the confirmation both may be changed, and where nothing is fixed after it too", () => {
    const of = { side: "provider", rebookingFee: null } as const;
    for (const state of ["requested", "paid"] as const)
      expect(codeOf(changeVehicle(slotOf("cargoruqsat", state), change, of))).toBe("ok");
    expect(codeOf(changeVehicle(slotOf("cuakhauso", "confirmed"), change, of))).toBe("ok");
    for (const state of ["in", "crossed", "forfeited", "cancelled"] as const)
      expect(codeOf(changeVehicle(slotOf("cuakhauso", state), change, of))).toBe("wrong_state");
  });

  test.each([
    ["a driver is added", [IVAN, OMAR], "ok"],
    ["a driver is exchanged", [OMAR], "slot_drivers_stand"],
    ["a driver's name is another", [{ ...IVAN, name: "Petr" }], "slot_drivers_stand"],
    ["a phone is another", [{ ...IVAN, phone: "1" }], "ok"],
  ])("once it is confirmed and %s: %s", (_, drivers, code) => {
    expect(codeOf(changeDrivers(slotOf("cargoruqsat", "confirmed"), drivers))).toBe(code);
    expect(codeOf(changeDrivers(slotOf("cargoruqsat", "paid"), drivers))).toBe("ok");
    expect(codeOf(changeDrivers(slotOf("cuakhauso", "confirmed"), drivers))).toBe("ok");
  });

  test("its date is moved as long as it has not begun", () => {
    const window = { from: later(FROM, DAY_MS), to: later(TO, DAY_MS) };
    expect(move(slotOf("cargoruqsat", "confirmed"), window, allDay(FROM))).toEqual({ ok: true, value: "confirmed" });
    expect(codeOf(move(slotOf("cargoruqsat", "confirmed"), window, allDay(later(FROM, 1))))).toBe("slot_move_late");
  });
});

describe("the Russian queue", () => {
  test("is moved until three hours before, and not a millisecond later", () => {
    const window = { from: later(FROM, DAY_MS), to: later(TO, DAY_MS) };
    const slot = slotOf("rosgranstroy", "confirmed");
    expect(codeOf(move(slot, window, allDay(later(FROM, -3 * HOUR_MS))))).toBe("ok");
    expect(codeOf(move(slot, window, allDay(later(FROM, -3 * HOUR_MS + 1))))).toBe("slot_move_late");
  });

  test("wants the truck at most three hours and at least ten minutes before", () => {
    expect(arriveFrom("rosgranstroy", { from: FROM, to: TO })).toBe(FROM - 3 * HOUR_MS);
    expect(arriveBy("rosgranstroy", { from: FROM, to: TO })).toBe(FROM - 10 * MINUTE_MS);
    expect(endsBy(slotOf("rosgranstroy", "confirmed"))).toBe(FROM - 10 * MINUTE_MS);
    expect(endsBy(slotOf("rosgranstroy", "called"))).toBeNull();
  });
});

describe("Lạng Sơn", () => {
  test("confirms once goods, quarantine and GPS are declared, and takes no fee", () => {
    const slot = slotOf("cuakhauso", "requested");
    expect(confirm(slot, NOW)).toMatchObject({ refusal: { code: "slot_undeclared", details: { what: "goods" } } });
    expect(confirm({ ...slot, declared: ["goods", "quarantine"] }, NOW)).toMatchObject({
      refusal: { details: { what: "gps" } },
    });
    expect(confirm({ ...slot, declared: ["gps", "goods", "quarantine"] }, NOW)).toEqual({
      ok: true,
      value: "confirmed",
    });
    expect(codeOf(pay(slot))).toBe("slot_free");
  });
});

test("a slot that costs something is confirmed once it is paid", () => {
  expect(codeOf(confirm(slotOf("cargoruqsat", "requested"), NOW))).toBe("slot_unpaid");
  expect(pay(slotOf("cargoruqsat", "requested"))).toEqual({ ok: true, value: "paid" });
  expect(confirm(slotOf("cargoruqsat", "paid"), NOW)).toEqual({ ok: true, value: "confirmed" });
  expect(codeOf(confirm(slotOf("cargoruqsat", "paid"), TO))).toBe("slot_window_past");
});

const ORDER = { crossedAt: null, isOver: false };

describe("the market's clock", () => {
  test.each([
    ["cargoruqsat", "confirmed", TO, "forfeited"],
    ["cn_port_booking", "confirmed", TO, "forfeited"],
    ["rosgranstroy", "confirmed", FROM - 10 * MINUTE_MS, "forfeited"],
    ["cargoruqsat", "paid", TO, "cancelled"],
    ["cuakhauso", "requested", TO, "cancelled"],
  ] as const)("ends a %s slot that is %s at its time and not before", (system, state, at, ended) => {
    const slot = slotOf(system, state);
    expect(codeOf(runOut(slot, ORDER, instant(at - 1)))).toBe("not_yet");
    expect(runOut(slot, ORDER, instant(at))).toEqual({ ok: true, value: ended });
  });

  test("takes nothing where coming late loses nothing, nor from a truck that was called or is in", () => {
    const kept = [slotOf("cuakhauso", "confirmed"), slotOf("none", "confirmed"), slotOf("cargoruqsat", "in")];
    const called = SLOT_SYSTEMS.map((system) => slotOf(system, "called"));
    for (const slot of [...kept, ...called]) expect(codeOf(runOut(slot, ORDER, later(TO, DAY_MS)))).toBe("wrong_state");
  });

  test("does not call lost what has crossed, nor what belongs to an order that was called off", () => {
    const slot = slotOf("cargoruqsat", "confirmed");
    expect(runOut(slot, { crossedAt: FROM, isOver: false }, TO)).toMatchObject({ value: "crossed" });
    expect(runOut(slot, { crossedAt: null, isOver: true }, TO)).toMatchObject({ value: "cancelled" });
  });
});

describe("where the truck is", () => {
  const at = (slot: Slot, as: Mark, when: number, more: object = {}) =>
    codeOf(mark({ ...slot, ...ALONE, ...more }, { as, at: instant(when) }, later(TO, DAY_MS)));

  test("is told in order, late if need be, and never before its time", () => {
    expect(at(slotOf("cargoruqsat", "confirmed"), "in", FROM)).toBe("ok");
    expect(at(slotOf("cargoruqsat", "in"), "crossed", FROM, { lastMarkAt: TO })).toBe("slot_mark_out_of_order");
    expect(at(slotOf("cargoruqsat", "in"), "crossed", TO + 2 * DAY_MS)).toBe("occurred_in_future");
    expect(at(slotOf("cargoruqsat", "requested"), "in", FROM)).toBe("wrong_state");
  });

  test.each([
    ["confirmed", "called", TO, {}, "ok"],
    ["confirmed", "called", TO + 1, {}, "slot_forfeited"],
    ["confirmed", "in", TO, {}, "ok"],
    ["confirmed", "in", TO + 1, {}, "slot_forfeited"],
    ["confirmed", "missed", TO, {}, "wrong_state"],
    ["called", "in", TO + HOUR_MS, { lastMarkAt: TO }, "ok"],
    ["called", "crossed", TO + HOUR_MS, { lastMarkAt: TO }, "ok"],
    ["called", "missed", TO - 1, { lastMarkAt: FROM }, "not_yet"],
    ["called", "missed", TO, { lastMarkAt: FROM }, "ok"],
    ["forfeited", "called", FROM, {}, "ok"],
    ["forfeited", "called", TO, {}, "ok"],
    ["forfeited", "called", TO + 1, {}, "slot_forfeited"],
    ["forfeited", "in", TO + HOUR_MS, { lastMarkAt: TO }, "ok"],
    ["forfeited", "missed", TO, {}, "wrong_state"],
  ] as const)("of a %s slot %s at %i, with %j, is answered %s", (state, as, when, more, code) => {
    expect(at(slotOf("cargoruqsat", state), as, when, more)).toBe(code);
  });

  test("is not missed where coming late loses nothing", () => {
    expect(at(slotOf("cuakhauso", "called"), "missed", TO)).toBe("wrong_state");
    expect(marksOf(slotOf("cuakhauso", "called"))).toEqual(["in", "crossed"]);
    expect(marksOf(slotOf("cargoruqsat", "called"))).toEqual(["in", "crossed", "missed"]);
    expect(marksOf(slotOf("cargoruqsat", "confirmed"))).toEqual(["called", "in", "crossed"]);
  });

  test("brings a forfeited slot back where it came in time and no other has taken its place", () => {
    const lost = slotOf("cargoruqsat", "forfeited");
    expect(at(lost, "in", TO)).toBe("ok");
    expect(at(lost, "in", TO + 1)).toBe("slot_forfeited");
    expect(at(lost, "in", FROM, { isReplaced: true })).toBe("slot_forfeited");
    expect(at(lost, "in", FROM, { isPlateBooked: true })).toBe("slot_plate_booked");
    expect(at(lost, "in", TO + 1, { isPlateBooked: true })).toBe("slot_forfeited");
    expect(at(slotOf("rosgranstroy", "forfeited"), "called", FROM - 10 * MINUTE_MS)).toBe("ok");
  });
});

test("a slot is booked anew in the place of one that is lost or given up for it, once", () => {
  const again = (state: SlotState, isReplaced = false) => rebook({ ...slotOf("cargoruqsat", state), isReplaced });
  expect(again("forfeited")).toEqual({ ok: true, value: "forfeited" });
  expect(again("confirmed")).toEqual({ ok: true, value: "cancelled" });
  expect(codeOf(again("forfeited", true))).toBe("slot_replaced");
  expect(codeOf(again("in"))).toBe("wrong_state");
  expect(codeOf(again("crossed"))).toBe("wrong_state");
});

test.each([
  ["runs backwards", { from: TO, to: FROM }, "slot_window_inverted"],
  ["is over", { from: later(NOW, -HOUR_MS), to: NOW }, "slot_window_past"],
  ["lasts longer than a week", { from: FROM, to: later(FROM, 7 * DAY_MS + 1) }, "slot_window_too_long"],
  [
    "begins after ninety days",
    { from: later(NOW, 90 * DAY_MS + 1), to: later(NOW, 91 * DAY_MS) },
    "slot_window_too_far",
  ],
  ["lasts a week", { from: FROM, to: later(FROM, 7 * DAY_MS) }, "ok"],
  ["begins in ninety days", { from: later(NOW, 90 * DAY_MS), to: later(NOW, 91 * DAY_MS) }, "ok"],
  ["can still be reached", { from: later(NOW, -HOUR_MS), to: later(NOW, 1) }, "ok"],
  ["fits", { from: FROM, to: TO }, "ok"],
])("a window that %s is answered %s", (_, window, code) => {
  expect(codeOf(checkWindow("cargoruqsat", window, allDay(NOW)))).toBe(code);
});

test("in no system and state does anything bring a slot to life that crossed or was called off", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SLOT_SYSTEMS),
      fc.constantFrom<SlotState>("crossed", "cancelled"),
      fc.integer({ min: -5, max: 5 }),
      (system, state, days) => {
        const slot = slotOf(system, state);
        const at = later(NOW, days * DAY_MS);
        const marked = (["called", "in", "crossed"] as const).map((as) => mark({ ...slot, ...ALONE }, { as, at }, at));
        const window = { from: later(at, DAY_MS), to: later(at, 2 * DAY_MS) };
        const all = [
          pay({ ...slot, fee: fee100 }),
          confirm(slot, at),
          move(slot, window, allDay(at)),
          cancel(slot),
          ...marked,
        ];
        return all.every(({ ok }) => !ok) && !runOut(slot, ORDER, at).ok;
      },
    ),
  );
});

test("every pair of state and event leads where the table says, or is refused", () => {
  const reached = new Set<string>([
    "requested",
    ...Object.values(SLOT_LIFECYCLE).flatMap((events) => Object.values(events)),
  ]);
  expect([...reached].sort()).toEqual([...SLOT_STATES].sort());
});

describe("another slot of an order", () => {
  const order = { service: "logistics", mode: "road", state: "scheduled", milestones: [] } as const;
  const asked = { slots: [], tractorPlate: "123 ABC 05", trucks: 1 };

  test.each([
    ["a truck", {}, "ok"],
    ["a train", { mode: "rail" }, "slot_not_needed"],
    ["a declaration", { service: "customs" }, "slot_not_needed"],
  ] as const)("is asked for where a truck crosses: %s", (_, changes, code) => {
    expect(codeOf(mayBook({ ...order, ...changes }, asked))).toBe(code);
  });
});

describe("a truck that has lost its slot where booking anew is charged", () => {
  const asked = { system: "cargoruqsat", tractorPlate: "123 ABC 05" } as const;
  const one = (id: string, state: SlotState, more: object = {}) => ({
    ...{ ...slotOf("cargoruqsat", state), id, replacesId: null, ...more },
  });
  const lost = one("1", "forfeited");

  test.each([
    ["of none", [], asked, undefined],
    ["of one that was given up in time", [one("1", "cancelled")], asked, undefined],
    ["of one that was lost", [lost], asked, "1"],
    ["of another truck's", [lost], { ...asked, tractorPlate: "9" }, undefined],
    ["of one in another system", [lost], { ...asked, system: "cn_port_booking" }, undefined],
    [
      "of one where nothing is charged",
      [{ ...lost, system: "rosgranstroy" }],
      { ...asked, system: "rosgranstroy" },
      undefined,
    ],
    ["of one that was booked anew", [lost, one("2", "crossed", { replacesId: "1" })], asked, undefined],
    [
      "of one whose next was given up, for another truck too",
      [lost, one("2", "cancelled", { replacesId: "1", tractorPlate: "9" })],
      asked,
      "2",
    ],
    ["of two the later", [lost, one("2", "confirmed", { replacesId: "1" }), one("3", "forfeited")], asked, "3"],
  ] as const)("goes on %s", (_, slots, of, id) => {
    expect(lostSlotOf(slots as readonly (typeof lost)[], of as never)?.id).toBe(id);
  });
});

test.each(SLOT_STATES)("drivers of a slot that is %s are changed as long as the truck has not crossed", (state) => {
  expect(codeOf(changeDrivers(slotOf("rosgranstroy", state), [IVAN, OMAR]))).toBe(
    OPEN.includes(state) ? "ok" : "wrong_state",
  );
});

describe("where plate and crossing are fixed by the confirmation", () => {
  const around = { booker: "provider", side: "provider", orderState: "scheduled" } as const;
  const offered = (system: SlotSystem, state: SlotState) =>
    stepsOf({ ...slotOf(system, state), isReplaced: false, mayRebook: true }, around).includes("vehicle");

  test.each([
    ["cargoruqsat", "requested", true],
    ["cargoruqsat", "paid", true],
    ["cargoruqsat", "confirmed", false],
    ["cuakhauso", "confirmed", true],
    ["cuakhauso", "crossed", false],
  ] as const)("in %s another truck is offered while it is %s: %s", (system, state, is) => {
    expect(offered(system, state)).toBe(is);
  });
});
