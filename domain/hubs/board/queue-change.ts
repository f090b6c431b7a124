import { DAY_MS, HOUR_MS } from "@/domain/shared/time";
import type { ExpectedWait } from "./board";
import { hoursOf } from "./expected-wait";

/** The queue of a hub before and after a count, in hours in which it moves; closed hours are in neither. */
export type QueueChange = {
  readonly queueHours: number;
  /** In the opening hours of the new count; null where nothing was known of the queue. */
  readonly previousQueueHours: number | null;
  /** So many of these hours a day has. */
  readonly openHoursPerDay: number;
};

type Told = Pick<ExpectedWait, "queueMs" | "openMsPerDay" | "source">;

/**
 * How a count changes what is known of a queue, whatever the time of day: the wait of whoever arrives now has the night in it where the queue
 * ends in the evening, and has not where it ends in the afternoon. A queue that was told in days and nights is told in the hours in which the
 * crossing is open, so that 59.4 h of a month's planning figure are 29.7 h of a crossing that is open for twelve.
 */
export function queueChange(before: Told | null, after: Told | null): QueueChange {
  const openMs = after?.openMsPerDay ?? DAY_MS;
  const isKnown = before !== null && before.source !== "none";
  return {
    queueHours: hoursOf(after?.queueMs ?? 0),
    previousQueueHours: isKnown ? hoursOf((before.queueMs * openMs) / before.openMsPerDay) : null,
    openHoursPerDay: openMs / HOUR_MS,
  };
}
