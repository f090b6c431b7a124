import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, dayOf, HOUR_MS, type Instant, instant, later } from "../../domain/shared/time";
import { biddingTimes } from "../plan/asked-services";
import { inOffice } from "../plan/calendar";
import { afterRest, besideHolidays, isHoliday, isSunday } from "../plan/holidays";
import { randomFrom } from "../plan/random";
import { whileOpen } from "./play-deal";

const FROM = Date.parse("2025-12-01T00:00:00Z");
const DAYS = 400;

/** An hour at which the demo's history posts a deal. */
const posting = fc
  .integer({ min: 0, max: DAYS * 24 * 60 })
  .map((minutes) => afterRest(besideHolidays(inOffice(instant(FROM + minutes * 60_000)))));
const zones = fc.constantFrom("Asia/Shanghai", "Asia/Almaty", "Europe/Moscow", "Asia/Ho_Chi_Minh", undefined);

test("a bid of the demo's history comes while bids are taken, and in no holiday of China", () => {
  fc.assert(
    fc.property(
      posting,
      fc.integer(),
      fc.double({ min: 0.02, max: 0.9, noNaN: true }),
      zones,
      (posted, seed, part, zone) => {
        const { closesAt: closes } = biddingTimes(randomFrom(seed), { at: posted });
        const at = whileOpen(
          instant(Math.round(posted + part * (closes - posted))),
          { posted, closes, isPresent: false },
          zone,
        );
        expect(at).toBeGreaterThan(posted);
        expect(at).toBeLessThan(closes);
        expect(isHoliday(dayOf(at)), new Date(at).toISOString()).toBe(false);
      },
    ),
    { numRuns: 3_000 },
  );
});

test("requests that are posted on the eve of a holiday take bids until after it", () => {
  const eve = Date.parse("2025-12-31T17:10:00+08:00") as Instant;
  for (let seed = 1; seed < 40; seed++) {
    const { closesAt } = biddingTimes(randomFrom(seed), { at: eve });
    expect(closesAt).toBeGreaterThan(Date.parse("2026-01-04T17:00:00+08:00"));
  }
});

test("what is open now is planned to the hour", () => {
  const sunday = Date.parse("2026-11-29T10:00:00+08:00") as Instant;
  expect(isSunday(dayOf(sunday))).toBe(true);
  const { closesAt } = biddingTimes(randomFrom(1), { at: sunday, openHours: 5 });
  expect(closesAt - later(sunday, 5 * HOUR_MS)).toBeLessThan(DAY_MS / 24);
});
