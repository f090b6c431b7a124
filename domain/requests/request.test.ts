import { expect, test } from "vitest";
import { instant } from "../shared/instant";
import { close, isOpened, type Request } from "./request";

test.each([
  ["sealed bids that nobody opened stay unread, however their request ended", "sealed", null, false],
  ["sealed bids are read from their opening on", "sealed", instant(1), true],
  ["open bids are read as they come", "open", null, true],
] as const)("%s", (_, bidMode, openedAt, expected) => {
  expect(isOpened({ bidMode, openedAt })).toBe(expected);
});

const CLOSES = instant(1_000);

test.each([
  ["a millisecond early without the right and without a bid", { bidCount: 0 }, 999, "not_yet"],
  ["early without the right, with a bid", { bidCount: 2 }, 999, "not_yet"],
  ["early with the right, without a bid", { mayCloseEarly: true, bidCount: 0 }, 1, "no_bids"],
  ["early with the right, with a bid", { mayCloseEarly: true, bidCount: 2 }, 1, "closed"],
  ["at its time without a bid", { bidCount: 0 }, 1_000, "no_bids"],
  ["at its time with a bid", { bidCount: 2 }, 1_000, "closed"],
] as const)("A close %s", (_, changes, now, expected) => {
  const request = { state: "open", closesAt: CLOSES, mayCloseEarly: false, ...changes } as Request;
  const read = close(request, instant(now));
  expect(read.ok ? read.value : read.refusal.code).toBe(expected);
});
