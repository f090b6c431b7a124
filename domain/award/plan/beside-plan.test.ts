import { expect, test } from "vitest";
import { besidePlan, type PromisedWay } from "./beside-plan";

const wait = { hours: 11.6, month: 12, source: "test", isEstimate: false };
const WAY = { days: { min: 6.1, max: 7.6 }, borderWait: wait, toCome: null };
const bid = (changes: Partial<PromisedWay> = {}): PromisedWay => ({ transitDays: { min: 7, max: 8 }, ...changes });

test.each([
  [{ min: 7, max: 8 }, 0],
  [{ min: 5, max: 6 }, -2],
  [{ min: 7, max: 12 }, 4],
  [{ min: 1, max: 9 }, 1],
])("a bid of %j days against 6.1 to 7.6 planned ones is %d days more", (transitDays, daysMore) => {
  expect(besidePlan(WAY, bid({ transitDays })).daysMore).toBe(daysMore);
});

test.each([
  [20, 8],
  [12, 0],
  [0, -12],
])("an assumed border wait of %d h against 11.6 expected is %d h more", (borderWaitHours, more) => {
  expect(besidePlan(WAY, bid({ borderWaitHours })).waitHoursMore).toBe(more);
});

test("an assumed wait is held against what is expected now, where that is known, and not against the figure of the posting", () => {
  const now = { ...WAY, borderWait: { ...wait, hours: 23 }, toCome: { wait: { hours: 14.8 } } };
  expect(besidePlan(now, bid({ borderWaitHours: 24 })).waitHoursMore).toBe(9);
  expect(besidePlan({ ...now, borderWait: null }, bid({ borderWaitHours: 14.8 })).waitHoursMore).toBe(0);
});

test("a wait that the bid or the plan does not say is not compared", () => {
  expect(besidePlan(WAY, bid()).waitHoursMore).toBeNull();
  expect(besidePlan({ ...WAY, borderWait: null }, bid({ borderWaitHours: 20 })).waitHoursMore).toBeNull();
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
  expect(besidePlan(WAY, bid({ legs })).legsDays).toBe(days);
});
