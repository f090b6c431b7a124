import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, type Instant, instant, parseIso, toIso } from "@/domain/shared/time";
import { nextOpening, openClock, openMsPerDay } from "./opening-hours";

const DAY = { opensAt: "08:00", shutsAt: "20:00", zone: "Asia/Shanghai" };
const NIGHT = { opensAt: "20:00", shutsAt: "04:00", zone: "Asia/Shanghai" };

test.each([
  ["before it opens", DAY, "2026-11-24T22:48Z", "2026-11-25T00:00:00.000Z"],
  ["as it opens", DAY, "2026-11-25T00:00Z", "2026-11-25T00:00:00.000Z"],
  ["while it is open", DAY, "2026-11-25T03:00Z", "2026-11-25T03:00:00.000Z"],
  ["as it shuts", DAY, "2026-11-25T12:00Z", "2026-11-26T00:00:00.000Z"],
  ["in the evening", DAY, "2026-11-25T13:30Z", "2026-11-26T00:00:00.000Z"],
  ["before midnight, where it is open over it", NIGHT, "2026-11-25T14:00Z", "2026-11-25T14:00:00.000Z"],
  ["after midnight, where it is open over it", NIGHT, "2026-11-25T18:00Z", "2026-11-25T18:00:00.000Z"],
  ["at noon, where it is open over midnight", NIGHT, "2026-11-25T04:00Z", "2026-11-25T12:00:00.000Z"],
  ["by its own clock", { ...DAY, zone: "Asia/Almaty" }, "2026-11-25T01:00Z", "2026-11-25T03:00:00.000Z"],
])("a crossing is come to %s", (_, hours, at, expected) => {
  const found = nextOpening(hours, parseIso(at) as NonNullable<ReturnType<typeof parseIso>>);
  expect(new Date(found).toISOString()).toBe(expected);
  expect(toIso(nextOpening(hours, found))).toBe(toIso(found));
});

test("a crossing is open for as long as its hours say, and all day without any", () => {
  expect([DAY, NIGHT, null].map((hours) => openMsPerDay(hours) / HOUR_MS)).toEqual([12, 8, 24]);
});

const zones = fc.constantFrom("Asia/Shanghai", "Asia/Almaty", "Asia/Ulaanbaatar", "Asia/Kathmandu");
const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map(instant);

test("the clock of a crossing's hours runs from opening to opening as they say, in any zone", () => {
  fc.assert(
    fc.property(fc.constantFrom(DAY, NIGHT), zones, moments, (hours, zone, at) => {
      const of = { ...hours, zone };
      const clock = openClock(of);
      expect(clock.runsFrom(at)).toBe(nextOpening(of, at));
      expect(clock.shows(nextOpening(of, at))).toBe(clock.shows(at));
      const back: Instant = clock.whenItShows(clock.shows(at));
      expect(back).toBeLessThanOrEqual(at);
      expect(clock.shows(back)).toBe(clock.shows(at));
    }),
  );
});
