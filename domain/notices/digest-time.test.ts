import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, instant } from "../shared/time";
import { digestDay, nextDigestAt } from "./digest-time";

const at = (iso: string): Instant => instant(Date.parse(iso));

test.each([
  ["before eight", "2026-11-26T23:59:00Z", "Asia/Shanghai", "2026-11-27T00:00:00Z"],
  ["at eight sharp", "2026-11-27T00:00:00Z", "Asia/Shanghai", "2026-11-28T00:00:00Z"],
  ["after eight", "2026-11-27T00:00:01Z", "Asia/Shanghai", "2026-11-28T00:00:00Z"],
  ["in Almaty", "2026-11-27T02:59:00Z", "Asia/Almaty", "2026-11-27T03:00:00Z"],
  ["over the spring change of Berlin", "2026-03-28T12:00:00Z", "Europe/Berlin", "2026-03-29T06:00:00Z"],
  ["over the autumn change of Berlin", "2026-10-24T12:00:00Z", "Europe/Berlin", "2026-10-25T07:00:00Z"],
  ["in no zone there is, by the market's", "2026-11-26T23:59:00Z", "Mars/Olympus", "2026-11-27T00:00:00Z"],
] as const)("%s the digest is due at the reader's next eight in the morning", (_, now, zone, expected) => {
  expect(new Date(nextDigestAt(at(now), zone)).toISOString()).toBe(new Date(expected).toISOString());
});

const zones = fc.constantFrom(
  ...["Asia/Shanghai", "Asia/Almaty", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"],
  ...["Pacific/Apia", "America/Santiago", "Asia/Urumqi", "UTC", "Africa/Casablanca", "Pacific/Chatham"],
);
const times = fc
  .integer({ min: Date.parse("2020-01-01T00:00:00Z"), max: Date.parse("2035-01-01T00:00:00Z") })
  .map((ms) => instant(ms));

test("In every zone and over every change of its clock the next digest is later, at eight, within a day and a change, and one a day", () => {
  fc.assert(
    fc.property(times, zones, (now, zone) => {
      const due = nextDigestAt(now, zone);
      const clock = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone);
      expect([clock.hour, clock.minute, clock.second]).toEqual([8, 0, 0]);
      expect(due).toBeGreaterThan(now);
      expect(due - now).toBeLessThanOrEqual(DAY_MS + 3 * HOUR_MS);
      // None between: a moment before it is due it is due then, and from then on on another day.
      expect(nextDigestAt(instant(due - 1), zone)).toBe(due);
      expect(digestDay(nextDigestAt(due, zone), zone) > digestDay(due, zone)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
