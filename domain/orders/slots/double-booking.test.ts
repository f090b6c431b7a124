import { describe, expect, test } from "vitest";
import { HOUR_MS, instant, later } from "../../shared/time";
import { checkBookingNumber, checkElsewhere, checkTrailer, type OtherSlot } from "./double-booking";

const FROM = instant(Date.parse("2026-11-25T02:00:00Z"));
const hours = (from: number, to: number) => ({ from: later(FROM, from * HOUR_MS), to: later(FROM, to * HOUR_MS) });
const TRUCK = { orderId: "o", tractorPlate: "123 ABC 05", window: hours(0, 2) };
const other = (more: Partial<OtherSlot> = {}): OtherSlot => ({
  ...{ orderId: "p", reference: "KO-2", number: 3, tractorPlate: "123ABC05", window: hours(1, 3), isOwn: true },
  ...more,
});
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

describe("one truck in two slots", () => {
  test.each([
    ["of another order in the same hours", {}, "slot_truck_elsewhere"],
    ["of the same order, which has a rule of its own", { orderId: "o" }, "ok"],
    ["of another truck", { tractorPlate: "124 ABC 05" }, "ok"],
    ["of which one begins when the other ends", { window: hours(2, 4) }, "ok"],
    ["of which one lies within the other", { window: hours(-9, 9) }, "slot_truck_elsewhere"],
  ] as const)("%s", (_, more, code) => {
    expect(codeOf(checkElsewhere(TRUCK, { others: [other(more)], isShared: false }))).toBe(code);
  });

  test("is taken once somebody says that it carries the goods of both", () => {
    expect(checkElsewhere(TRUCK, { others: [other()], isShared: true }).ok).toBe(true);
  });

  test("names the other slot to a party of its order, and to nobody else", () => {
    const stranger = other({ isOwn: false, reference: "KO-9", number: 8 });
    const refused = (others: readonly OtherSlot[]) => checkElsewhere(TRUCK, { others, isShared: false });
    expect(refused([stranger])).toMatchObject({ refusal: { details: { isOwn: false, reference: "", number: 0 } } });
    expect(refused([stranger, other()])).toMatchObject({ refusal: { details: { reference: "KO-2", number: 3 } } });
  });
});

test.each([
  ["have one plate", "123-ABC-05", "slot_trailer_is_tractor"],
  ["have a plate each", "77 RR 05", "ok"],
  ["are one piece", undefined, "ok"],
])("a truck and its trailer that %s", (_, trailerPlate, code) => {
  expect(codeOf(checkTrailer({ tractorPlate: "123 ABC 05", trailerPlate }))).toBe(code);
});

test.each([
  ["that no slot has", [], "ok"],
  ["that the truck has in the same hours", [other()], "ok"],
  ["that the truck had at another time", [other({ window: hours(48, 50) })], "slot_number_used"],
  ["that another truck has", [other({ tractorPlate: "9 XYZ 05" })], "slot_number_used"],
] as const)("a booking number %s", (_, others, code) => {
  expect(codeOf(checkBookingNumber(TRUCK, others))).toBe(code);
});
