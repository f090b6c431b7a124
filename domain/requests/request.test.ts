import { expect, test } from "vitest";
import { instant } from "../shared/instant";
import { isOpened } from "./request";

test.each([
  ["sealed bids that nobody opened stay unread, however their request ended", "sealed", null, false],
  ["sealed bids are read from their opening on", "sealed", instant(1), true],
  ["open bids are read as they come", "open", null, true],
] as const)("%s", (_, bidMode, openedAt, expected) => {
  expect(isOpened({ bidMode, openedAt })).toBe(expected);
});
