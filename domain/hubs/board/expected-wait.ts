import { assert } from "@/domain/shared/assert";
import { DAY_MS, HOUR_MS, type Instant } from "@/domain/shared/instant";
import { type Span, standingStill } from "./standing-still";

/** Vehicles or wagons waiting, and how many a day go through; `capacityPerDay` is the most that is let through, null where nobody says. */
export type Queue = {
  readonly backlog: number;
  readonly throughputPerDay: number;
  readonly capacityPerDay: number | null;
};

/** A wait in whole milliseconds; `queueMs` and `closedMs` are its parts. */
export type WaitLength = { readonly totalMs: number; readonly queueMs: number; readonly closedMs: number };

/**
 * What stands before somebody who joins the queue (ms): backlog ÷ throughput, with the throughput no higher than the capacity, which an
 * authority may have cut since vehicles were last counted.
 */
export function queueMs({ backlog, throughputPerDay, capacityPerDay }: Queue): number {
  const perDay = Math.min(throughputPerDay, capacityPerDay ?? throughputPerDay);
  assert(perDay > 0 && backlog >= 0, "a queue moves, however slowly");
  return Math.round((backlog * DAY_MS) / perDay);
}

/** A queue of that length with the time in which the border is closed on top of it. */
export function waitBehind(ms: number, closures: readonly Span[], arrival: Instant): WaitLength {
  const closedMs = standingStill(ms, closures, arrival);
  return { totalMs: ms + closedMs, queueMs: ms, closedMs };
}

/**
 * The wait of whoever arrives at `arrival`: backlog ÷ throughput, standing still while the border is closed for the mode. 1,500 trucks at 700
 * a day are 2.14 days, and three days more where a closure of three days begins before they are through. The backlog is taken as it was
 * counted, whenever somebody arrives: how many come meanwhile nobody knows.
 */
export const expectedWait = (queue: Queue & { readonly closures: readonly Span[] }, arrival: Instant): WaitLength =>
  waitBehind(queueMs(queue), queue.closures, arrival);

const TENTHS = 10;

/** Hours to a tenth, as waits are shown and kept. */
export const hoursOf = (ms: number): number => Math.round((ms * TENTHS) / HOUR_MS) / TENTHS;
