import { expect, test, vi } from "vitest";
import { countOf, onCount, tellCount } from "./live-counts";

test("who shows the number of bids is told of each new one, and of nothing else", () => {
  const told = vi.fn<() => void>();
  const stop = onCount(told);
  tellCount("r", 3);
  tellCount("r", 3);
  tellCount("r", 4);
  expect([told.mock.calls.length, countOf("r"), countOf("s")]).toEqual([2, 4, null]);
  tellCount("r", null);
  expect([told.mock.calls.length, countOf("r")]).toEqual([3, null]);
  stop();
  tellCount("r", 9);
  expect(told).toHaveBeenCalledTimes(3);
});
