import fc from "fast-check";
import { expect, it, test } from "vitest";
import { isForecast } from "../../requests/planned-route";
import { withWait } from "./with-wait";

const bid = (min: number, max: number, borderWaitHours?: number) => ({ transitDays: { min, max }, borderWaitHours });

test.each([
  ["as assumed", bid(5, 6, 48), 48, { min: 5, max: 6 }, 0],
  ["Horgos's 51.4 hours where 4 were assumed", bid(5, 6, 4), 51.4, { min: 7, max: 8 }, 47.4],
  ["the same closed for three days", bid(5, 6, 4), 123.4, { min: 10, max: 11 }, 119.4],
  ["a few hours more", bid(5, 6, 48), 49, { min: 6, max: 7 }, 1],
  ["a few hours less", bid(5, 6, 48), 40, { min: 5, max: 6 }, -8],
  ["a day less", bid(5, 6, 48), 24, { min: 4, max: 5 }, -24],
  ["less than the whole way takes", bid(0, 1, 72), 0, { min: 0, max: 0 }, -72],
] as const)("with a wait %s", (_, promised, hours, days, hoursMore) => {
  expect(withWait(promised, hours)).toEqual({ days, hoursMore });
});

it("says nothing where a bid does not say what it assumes", () => {
  expect(withWait(bid(5, 6), 51.4)).toBeNull();
});

it("never gets shorter by a longer wait, and keeps the shorter days the shorter ones", () => {
  const whole = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(whole(40), whole(10), whole(200), whole(300), whole(100), (min, span, assumed, hours, more) => {
      const promised = bid(min, min + span, assumed);
      const [now, then] = [withWait(promised, hours), withWait(promised, hours + more)];
      expect(then?.days.min).toBeGreaterThanOrEqual(now?.days.min ?? 0);
      expect(now?.days.max).toBeGreaterThanOrEqual(now?.days.min ?? 0);
    }),
  );
});

test.each([
  ["in_review", true],
  ["open", true],
  ["closed", true],
  ["opened", true],
  ["awarded", false],
  ["cancelled", false],
] as const)("of carriage whose request is %s a wait at the border is forecast: %s", (state, expected) => {
  expect(isForecast(state)).toBe(expected);
});
