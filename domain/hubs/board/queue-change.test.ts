import { expect, test } from "vitest";
import { HOUR_MS } from "@/domain/shared/time";
import { queueChange } from "./queue-change";

const told = (queueHours: number, openHours: number, source: "board" | "orders" | "month" | "none" = "board") => ({
  ...{ queueMs: queueHours * HOUR_MS, openMsPerDay: openHours * HOUR_MS, source },
});

test.each([
  ["a longer queue at a crossing that never shuts", told(51.4, 24), told(72, 24), [72, 51.4, 24]],
  ["a longer queue at a crossing that shuts at night", told(5.3, 12), told(7.1, 12), [7.1, 5.3, 12]],
  ["the same queue at a crossing that shuts at night from now on", told(60, 24), told(30, 12), [30, 30, 12]],
  ["the same queue at a crossing that opens longer", told(30, 12), told(60, 24), [60, 60, 24]],
  ["a count after a month's figure of days and nights", told(59.4, 24, "month"), told(29.7, 12), [29.7, 29.7, 12]],
  ["a count where nothing was known", null, told(7.1, 12), [7.1, null, 12]],
  ["a count where only a closure was known", told(0, 24, "none"), told(7.1, 12), [7.1, null, 12]],
] as const)("%s is told in the hours in which the queue moves", (_, before, after, [queue, previous, open]) => {
  expect(queueChange(before, after)).toEqual({
    ...{ queueHours: queue, previousQueueHours: previous, openHoursPerDay: open },
  });
});
