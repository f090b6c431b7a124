import { describe, expect, test } from "vitest";
import { LINE_STATES } from "../../shared/vocabulary";
import { HOUR_MS, instant, later } from "../../shared/time";
import { isToCross } from "./order-of-slot";
import { OPEN, type Slot, SLOT_STATES, type SlotState } from "./slot";
import { nextOf, stepsOf } from "./slot-turn";

const FROM = instant(Date.parse("2026-11-25T02:00:00Z"));

const slotOf = (state: SlotState, more: { readonly isReplaced?: boolean; readonly mayRebook?: boolean } = {}) => ({
  ...({
    system: "cargoruqsat",
    state,
    kind: "normal",
    placeId: "KZHOR",
    window: { from: FROM, to: later(FROM, HOUR_MS) },
    tractorPlate: "123 ABC 05",
    trailerPlate: null,
    drivers: [],
    declared: [],
    fee: null,
    atFault: null,
  } satisfies Slot),
  ...{ isReplaced: false, mayRebook: true, ...more },
});

const told = (occurredAt: number | null) => [{ code: "crossed_border", occurredAt }] as never;

test.each(LINE_STATES)("a truck of an order that is %s crosses as long as it carries goods that have not", (state) => {
  const isUnderWay = ["placed", "scheduled", "in_progress", "changes_requested"].includes(state);
  expect(isToCross({ state, milestones: told(null) })).toBe(isUnderWay);
  expect(isToCross({ state, milestones: told(FROM) })).toBe(false);
});

test.each(SLOT_STATES)("of a slot that is %s nothing is to be done once the goods are across", (state) => {
  const nothing = { what: "nothing", whose: null, by: null };
  expect(nextOf(slotOf(state), { booker: "buyer", isNeeded: false, isAnyOpen: false })).toEqual(nothing);
  const around = { booker: "buyer", isNeeded: true, isAnyOpen: true } as const;
  if (OPEN.includes(state)) expect(nextOf(slotOf(state), around)).not.toEqual(nothing);
});

describe("a slot that has ended", () => {
  const around = {
    booker: "provider",
    isNeeded: true,
    isAnyOpen: false,
    side: "provider",
    orderState: "scheduled",
  } as const;

  test.each([
    ["cancelled", {}, true],
    ["forfeited", {}, true],
    ["cancelled", { mayRebook: false }, false],
    ["forfeited", { mayRebook: false }, false],
    ["forfeited", { isReplaced: true }, false],
  ] as const)("because it was %s is booked anew where that passes: %j", (state, more, is) => {
    expect(nextOf(slotOf(state, more), around).what).toBe(is ? "rebook" : "nothing");
    expect(stepsOf(slotOf(state, more), around).includes("rebook")).toBe(is);
  });
});

test("the last truck that is across leaves the provider to report the order's step, and one before it nothing", () => {
  const around = { booker: "buyer", isNeeded: true } as const;
  const report = { what: "report", whose: "provider", by: null };
  expect(nextOf(slotOf("crossed"), { ...around, isAnyOpen: false })).toEqual(report);
  expect(nextOf(slotOf("crossed"), { ...around, isAnyOpen: true }).what).toBe("nothing");
});
