import { expect, test } from "vitest";
import { countedFrom, promisedFigure, promisedTime } from "./promised-time";

const words = (key: string, values: Record<string, string | number> = {}) =>
  `${key} ${Object.values(values).join(" ")}`.trim();
const transitDays = { min: 3, max: 5 };

test.each([
  ["inspection", { reportHours: 24 }, "bidding.own.hours 24", "bidding.own.hours 24", "hours"],
  ["inspection", {}, "bidding.own.days 3 5 false", "3–5", "days"],
  // A rival in open bidding is told no terms.
  ["inspection", undefined, "bidding.own.days 3 5 false", "3–5", "days"],
  // Hours to a release run from the filing; until then the days count.
  ["customs", { hoursToRelease: 24 }, "bidding.own.days 3 5 false", "3–5", "days"],
] as const)("a bid for %s with the terms %j promises one time", (service, terms, time, figure, count) => {
  const offer = { terms, transitDays };
  expect([promisedTime(service, offer, words), promisedFigure(service, offer, words)]).toEqual([time, figure]);
  expect(countedFrom(service, terms, words)).toBe(`bidding.own.${count}From service-${service}.${count}From`);
});
