import { describe, expect, test } from "vitest";
import { formatTimeLeft } from "./format-time-left";

describe("time left", () => {
  const words = {
    days: "{n} d",
    daysAlone: "{n} days",
    hours: "{n} h",
    minutes: "{n} min",
    underMinute: "less than 1 min",
    frame: "{time} left",
    passed: "time is up",
  };
  const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

  test.each([
    [3 * HOUR + 28 * MINUTE, "3 h 28 min left"],
    [28 * MINUTE + 59_999, "28 min left"],
    [59_999, "less than 1 min left"],
    [DAY + 30 * MINUTE, "1 d 0 h left"],
    [2 * DAY + 19 * HOUR, "2 d 19 h left"],
    [6 * DAY + 23 * HOUR, "6 days left"],
    [0, "time is up"],
    [-5 * MINUTE, "time is up"],
  ])("%s ms is %s", (leftMs, text) => {
    expect(formatTimeLeft(leftMs, words)).toBe(text);
  });
});
