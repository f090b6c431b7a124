import { expect, test } from "vitest";
import { instant } from "@/domain/shared/time";
import { endOfDays, runsFrom, withinDays } from "./due-time";

test("days are counted from the day at the origin to the end of the last one at the destination", () => {
  // One in the morning of the 25th in Shanghai is ten in the evening of the 24th in Almaty.
  const since = instant(Date.parse("2026-11-24T17:00:00Z"));
  const due = (from: string, to: string) =>
    withinDays({ transitDays: { min: 1, max: 2 } }, since, (_, at, days) => endOfDays(at, days, { from, to }))?.at;
  expect(due("Asia/Shanghai", "Asia/Almaty")).toBe(Date.parse("2026-11-27T18:59:59.999Z"));
  expect(due("Asia/Almaty", "Asia/Shanghai")).toBe(Date.parse("2026-11-26T15:59:59.999Z"));
});

test("what waits for another order's step runs from the later of both, and not before either", () => {
  const [early, late] = [instant(1_000), instant(2_000)];
  expect(runsFrom(early, null)).toBe(early);
  expect(runsFrom(early, { occurredAt: late })).toBe(late);
  expect(runsFrom(late, { occurredAt: early })).toBe(late);
  expect(runsFrom(early, { occurredAt: null })).toBeNull();
  expect(runsFrom(null, { occurredAt: early })).toBeNull();
  expect(runsFrom(null, null)).toBeNull();
});
