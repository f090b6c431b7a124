import { expect, test } from "vitest";
import { HOUR_MS, type Instant, instant } from "@/domain/shared/instant";
import { dayOf, startOfDay } from "@/domain/shared/local-date";
import { backToMidday, deskTime } from "./calendar";

const hourOf = (at: Instant): number => (at - startOfDay(dayOf(at))) / HOUR_MS;
const MIDNIGHT = startOfDay(dayOf(instant(Date.parse("2026-11-28T04:00:00Z"))));
/** Every quarter of an hour of a day in China. */
const PRESENTS = Array.from({ length: 96 }, (_, quarter) => instant(MIDNIGHT + (quarter * HOUR_MS) / 4));
const HOURS = Array.from({ length: 1_200 }, (_, at) => (at - 900) / 4);

test.each(PRESENTS)(
  "from the present %d on, what is told lies in office hours, in its order, past and ahead apart",
  (now) => {
    const told = HOURS.map((hours) => deskTime(now, hours));
    for (const [at, one] of told.entries()) {
      expect(hourOf(one)).toBeGreaterThanOrEqual(8);
      expect(hourOf(one)).toBeLessThanOrEqual(18);
      if (at > 0) expect(one).toBeGreaterThan(told[at - 1] as number);
      const hours = HOURS[at] as number;
      if (hours < 0) expect(one).toBeLessThanOrEqual(now);
      if (hours > 0) expect(one).toBeGreaterThan(now);
      expect(Math.abs(one - (now + hours * HOUR_MS))).toBeLessThan(24 * HOUR_MS);
    }
  },
);

test.each(PRESENTS)("from the present %d on, a story can be moved to midday of one of its days", (now) => {
  for (const hours of [-24, -66.5, -417.6]) {
    const back = backToMidday(now, hours);
    expect(hourOf(deskTime(now, hours, back))).toBeCloseTo(13, 3);
    expect(back).toBeGreaterThanOrEqual(0);
    expect(back).toBeLessThan(24 * HOUR_MS);
  }
});
