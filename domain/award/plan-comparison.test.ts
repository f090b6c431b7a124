import { expect, it, test } from "vitest";
import { type PromisedWay, planComparison, withWait } from "./plan-comparison";
import fc from "fast-check";
import { isForecast } from "../requests/planned-route";

const wait = { hours: 11.6, month: 12, source: "test", isEstimate: false };
const WAY = { days: { min: 6.1, max: 7.6 }, borderWait: wait };
const bid = (changes: Partial<PromisedWay> = {}): PromisedWay => ({ transitDays: { min: 7, max: 8 }, ...changes });

test.each([
  [{ min: 7, max: 8 }, 0],
  [{ min: 5, max: 6 }, -2],
  [{ min: 7, max: 12 }, 4],
  [{ min: 1, max: 9 }, 1],
])("a bid of %j days against 6.1 to 7.6 planned ones is %d days more", (transitDays, daysMore) => {
  expect(planComparison(WAY, bid({ transitDays })).daysMore).toBe(daysMore);
});

test.each([
  [20, 8],
  [12, 0],
  [0, -12],
])("an assumed border wait of %d h against 11.6 planned is %d h more", (borderWaitHours, more) => {
  expect(planComparison(WAY, bid({ borderWaitHours })).waitHoursMore).toBe(more);
});

test("an assumed wait is held against the plan's own, as days are, and not against what is expected now", () => {
  const now = { ...WAY, borderWait: { ...wait, hours: 23 }, toCome: { wait: { hours: 14.8 } } };
  expect(planComparison(now, bid({ borderWaitHours: 24 })).waitHoursMore).toBe(1);
});

test("a wait that the bid or the plan does not say is not compared", () => {
  expect(planComparison(WAY, bid()).waitHoursMore).toBeNull();
  expect(planComparison({ ...WAY, borderWait: null }, bid({ borderWaitHours: 20 })).waitHoursMore).toBeNull();
});

test.each([
  [[{ days: 5 }, { days: 2 }], null],
  [[{ days: 5 }, { days: 3 }], null],
  [[{ days: 5 }, { days: 1 }], 6],
  [[{ days: 5 }, { days: 4 }], 9],
  [[{ days: 5 }, {}], null],
  [[], null],
  [undefined, null],
])("legs of %j against 7 to 8 promised days name their sum where it is another: %s", (legs, days) => {
  expect(planComparison(WAY, bid({ legs })).legsDays).toBe(days);
});

const bidOf = (min: number, max: number, borderWaitHours?: number) => ({ transitDays: { min, max }, borderWaitHours });

test.each([
  ["as assumed", bidOf(5, 6, 48), 48, { min: 5, max: 6 }, 0],
  ["Horgos's 51.4 hours where 4 were assumed", bidOf(5, 6, 4), 51.4, { min: 7, max: 8 }, 47.4],
  ["the same closed for three days", bidOf(5, 6, 4), 123.4, { min: 10, max: 11 }, 119.4],
  ["a few hours more", bidOf(5, 6, 48), 49, { min: 6, max: 7 }, 1],
  ["a few hours less", bidOf(5, 6, 48), 40, { min: 5, max: 6 }, -8],
  ["a day less", bidOf(5, 6, 48), 24, { min: 4, max: 5 }, -24],
  ["less than the whole way takes", bidOf(0, 1, 72), 0, { min: 0, max: 0 }, -72],
] as const)("with a wait %s", (_, promised, hours, days, hoursMore) => {
  expect(withWait(promised, hours)).toEqual({ days, hoursMore });
});

it("says nothing where a bid does not say what it assumes", () => {
  expect(withWait(bidOf(5, 6), 51.4)).toBeNull();
});

it("never gets shorter by a longer wait, and keeps the shorter days the shorter ones", () => {
  const whole = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(whole(40), whole(10), whole(200), whole(300), whole(100), (min, span, assumed, hours, more) => {
      const promised = bidOf(min, min + span, assumed);
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
