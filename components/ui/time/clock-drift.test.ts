import { expect, test } from "vitest";
import { driftText } from "./clock-drift";

const words = {
  ahead: "{time} ahead",
  behind: "{time} behind",
  seconds: "{n} s",
  minutes: "{n} min",
  hours: "{n} h",
};
const [MINUTE, HOUR] = [60_000, 3_600_000];

test.each([
  [0, null],
  [30_000, null],
  [-30_000, null],
  [30_001, "30 s ahead"],
  [-45_000, "45 s behind"],
  [4 * MINUTE, "4 min ahead"],
  [-90 * MINUTE, "2 h behind"],
  [9 * HOUR, "9 h ahead"],
])("a clock that is %s ms ahead: %s", (driftMs, text) => {
  expect(driftText(driftMs, words)).toBe(text);
});
