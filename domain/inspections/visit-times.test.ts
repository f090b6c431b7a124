import { expect, test } from "vitest";
import { instant, later, MINUTE_MS } from "../shared/instant";
import { minutesOfVisit } from "./visit-times";

const CAME = instant(1_795_000_000_000);

test.each([
  ["has not begun", null, null, null],
  ["has not ended", CAME, null, null],
  ["lasted two hours and a half", CAME, later(CAME, 150 * MINUTE_MS), 150],
  ["lasted some seconds less than two hours", CAME, later(CAME, 120 * MINUTE_MS - 1), 119],
])("a visit that %s has its whole minutes on site", (_, checkedInAt, checkedOutAt, minutes) => {
  expect(minutesOfVisit({ checkedInAt, checkedOutAt })).toBe(minutes);
});
