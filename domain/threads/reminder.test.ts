import { expect, test } from "vitest";
import { instant, later, type Instant } from "../shared/time";
import { afterWorkingHours, awaitedBy, mayRemind } from "./reminder";

/** By the market's clock. */
const at = (text: string): Instant => instant(Date.parse(`${text}:00+08:00`));

test.each([
  ["within a day", "2026-11-24T09:30", "2026-11-24T13:30"],
  ["to the end of a day", "2026-11-24T14:00", "2026-11-24T18:00"],
  ["over a night", "2026-11-24T16:30", "2026-11-25T11:30"],
  ["from before the opening", "2026-11-24T03:00", "2026-11-24T13:00"],
  ["from after the close", "2026-11-24T21:00", "2026-11-25T13:00"],
  ["over a weekend", "2026-11-27T16:00", "2026-11-30T11:00"],
  ["from a Sunday", "2026-11-29T12:00", "2026-11-30T13:00"],
])("four working hours pass %s", (_, since, until) => {
  expect(afterWorkingHours(at(since), 4)).toBe(at(until));
});

const MONDAY = at("2026-11-23T10:00");
const NOTHING = { mover: null, movedAt: null, last: null } as const;

test("a side waits for the other in the order first, else for an answer", () => {
  const last = { by: "buyer", at: MONDAY } as const;
  const moved = later(MONDAY, 1);
  expect(awaitedBy("buyer", NOTHING)).toBeNull();
  expect(awaitedBy("buyer", { ...NOTHING, last })).toEqual({ side: "provider", since: MONDAY });
  expect(awaitedBy("provider", { ...NOTHING, last })).toBeNull();
  expect(awaitedBy("buyer", { mover: "provider", movedAt: moved, last })).toEqual({ side: "provider", since: moved });
  expect(awaitedBy("buyer", { mover: "parties", movedAt: moved, last: null })).toEqual({
    side: "provider",
    since: moved,
  });
  for (const mover of ["buyer", "market", "held", "others", "nobody"] as const)
    expect(awaitedBy("buyer", { mover, movedAt: moved, last: null }), mover).toBeNull();
});

test("a reminder waits for four working hours, and for a day after the last one", () => {
  const awaited = { side: "provider", since: MONDAY } as const;
  const from = at("2026-11-23T14:00");
  const codeOf = (remindedAt: Instant | null, now: Instant) => {
    const may = mayRemind(awaited, remindedAt, now);
    return may.ok ? "may" : may.refusal.code;
  };
  expect(codeOf(null, later(from, -1))).toBe("reminder_too_early");
  expect(codeOf(null, from)).toBe("may");
  const again = at("2026-11-24T14:00");
  expect(codeOf(from, later(again, -1))).toBe("reminded_lately");
  expect(codeOf(from, again)).toBe("may");
  expect(mayRemind(null, null, again)).toMatchObject({ ok: false, refusal: { code: "not_their_turn" } });
});
