import { describe, expect, test } from "vitest";
import type { Place } from "../../hubs/place";
import type { ChargeCode } from "../../services/charge";
import { instant } from "../../shared/time";
import { crossingsOf, systemOn } from "./systems";
import { mayBook, SLOTS_MAX } from "./order-of-slot";
import { bookerOf, FAULTS, mayWork, payerOf, SIDES, SLOT_STATES, usualPayer } from "./slot";

describe("who pays the fee of a slot", () => {
  const slt = (isPassThrough: boolean) => ({ code: "SLT" as ChargeCode, isPassThrough });
  const freight = { code: "OFT" as ChargeCode, isPassThrough: true };

  test.each([
    ["passed through at cost, whoever books", [freight, slt(true)], [], "buyer", "buyer"],
    ["priced in the bid, whoever books", [freight, slt(false)], [], "provider", "provider"],
    ["left out of the bid", [freight], ["SLT"], "buyer", "buyer"],
    ["not spoken of", [freight], ["CRT"], "provider", "buyer"],
  ] as const)("%s", (_, lines, exclusions, byProvider, byBuyer) => {
    const payer = (booker: "buyer" | "provider") =>
      usualPayer({ lines, exclusions: exclusions as readonly ChargeCode[], booker });
    expect([payer("provider"), payer("buyer")]).toEqual([byProvider, byBuyer]);
  });

  test("is whoever is at fault that it is booked anew, and where nobody is who pays in any case", () => {
    for (const usual of SIDES)
      expect(FAULTS.map((fault) => payerOf(fault, usual))).toEqual(["buyer", "provider", usual]);
  });
});

test("Who books does all the work of a slot, and the provider, whose truck it is, drives in any case.", () => {
  expect([bookerOf("buyer"), bookerOf("provider"), bookerOf("driver"), bookerOf(undefined)]).toEqual([
    ...["buyer", "provider", "provider", "provider"],
  ]);
  const may = (work: "book" | "drive") => SIDES.map((side) => SIDES.map((booker) => mayWork(work, side, booker)));
  expect(may("book")).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(may("drive")).toEqual([
    [true, false],
    [true, true],
  ]);
});

describe("another slot of an order", () => {
  const milestone = (code: string, told: boolean) => ({ code, occurredAt: told ? instant(0) : null });
  const order = (more: object = {}) => ({
    ...({ service: "logistics", mode: "road", state: "in_progress" } as const),
    milestones: [milestone("arrived_hub", true), milestone("crossed_border", false)],
    ...more,
  });
  const slot = (tractorPlate: string, state: (typeof SLOT_STATES)[number] = "requested") => ({ tractorPlate, state });
  const crossed = { milestones: [milestone("crossed_border", true)] };
  const code = (result: ReturnType<typeof mayBook>) => (result.ok ? "ok" : result.refusal.code);

  test.each([
    [{ state: "placed" }, [], "slot_too_early"],
    [{ state: "scheduled" }, [], "ok"],
    [{ state: "changes_requested" }, [], "ok"],
    [{ state: "delivered" }, [], "slot_too_late"],
    [{ state: "cancelled" }, [], "slot_too_late"],
    [crossed, [], "slot_too_late"],
    [{}, [slot("A")], "slot_plate_booked"],
    [{}, [slot("B")], "ok"],
    [{}, [slot("B"), slot("C", "in")], "slots_full"],
    [{}, [slot("B"), slot("C", "crossed")], "slots_full"],
    [{}, [slot("B"), slot("C", "forfeited")], "ok"],
    [{}, Array.from({ length: SLOTS_MAX - 1 }, () => slot("A", "cancelled")), "ok"],
    [{}, Array.from({ length: SLOTS_MAX }, () => slot("A", "cancelled")), "slots_too_many"],
  ] as const)("of two trucks, of which A asks: %j", (more, slots, expected) => {
    expect(code(mayBook(order(more), { slots, tractorPlate: "A", trucks: 2 }))).toBe(expected);
  });
});

test("A truck has its slot at road crossings of its hub and across from them, in the country whose system keeps the queue.", () => {
  const place = (id: string, country: string, more: Partial<Place> = {}): [string, Place] => [
    id,
    { id, country, modes: ["road"], hubId: null, role: "counterpart", ...more } as Place,
  ];
  const near = { hubId: "horgos", role: "border hub" } as const;
  const places = new Map([
    place("road", "CN", near),
    place("rail", "CN", { ...near, modes: ["rail"] }),
    // Trucks bring goods to this station, and none crosses there.
    place("station", "CN", { ...near, modes: ["rail", "road"] }),
    place("other", "CN", { ...near, hubId: "alashankou" }),
    place("far", "KZ"),
    place("back", "KZ"),
    place("further", "KZ"),
    place("city", "KZ", { role: "destination" }),
  ]);
  const leg = (fromId: string, toId: string) => ({ fromId, toId });
  const legs = [
    leg("road", "far"),
    leg("city", "road"),
    leg("back", "road"),
    leg("other", "further"),
    leg("rail", "further"),
  ];
  const of = (system?: "cargoruqsat" | "cn_port_booking") => crossingsOf("horgos", { places, legs }, system);
  expect([of(), of("cargoruqsat"), of("cn_port_booking")]).toEqual([
    ["road", "far", "back"],
    ["far", "back"],
    ["road"],
  ]);
});

test("A corridor is booked in the bid's system, else in that of the side across from China, else in none.", () => {
  expect(systemOn(undefined, "CN-KZ")).toBe("cargoruqsat");
  expect(systemOn(undefined, "RU-CN")).toBe("rosgranstroy");
  expect(systemOn(undefined, "CN-VN")).toBe("cuakhauso");
  expect(systemOn(undefined, "CN-MN")).toBe("none");
  expect(systemOn("cn_port_booking", "CN-KZ")).toBe("cn_port_booking");
});
