import { expect, test } from "vitest";
import { firstResponseOf } from "./bidder-record";

test.each([
  [[], 0, null],
  [[1, 2, 3, 4], 4, null],
  [[50, 10, 40, 20, 30], 5, 30],
  [[60, 50, 10, 40, 20, 30], 6, 30],
])("waits of %j are %i responses with a median of %s", (waits, count, medianMs) => {
  expect(firstResponseOf(waits)).toEqual({ count, medianMs });
});
