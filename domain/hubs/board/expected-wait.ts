import { assert } from "@/domain/shared/result";
import { HOUR_MS, type Instant } from "@/domain/shared/time";
import { type OpeningHours, type Span, joined, openClock, openMsPerDay, throughAt } from "./opening-hours";

/** Vehicles or wagons waiting, and how many a day go through; `capacityPerDay` is the most that is let through, null where nobody says. */
export type Queue = {
  readonly backlog: number;
  readonly throughputPerDay: number;
  readonly capacityPerDay: number | null;
  /** How many a day come to join it; null or left out where nobody says. */
  readonly arrivalsPerDay?: number | null;
};

/** A wait in whole milliseconds; `queueMs` and `closedMs` are its parts. */
export type WaitLength = { readonly totalMs: number; readonly queueMs: number; readonly closedMs: number };

/**
 * What stands before somebody who joins the queue, as time in which the crossing is open (ms): backlog ÷ throughput, with the throughput no
 * higher than the capacity, which an authority may have cut since vehicles were last counted. A day's throughput goes through in its opening
 * hours: 836 trucks at 1,354 a day are 7.4 h of a crossing that is open for twelve, and 14.8 h of one that never shuts.
 */
export function queueMs(queue: Queue, hours: OpeningHours | null): number {
  assert(queue.backlog >= 0, "nobody waits, or some do");
  return Math.round((queue.backlog * openMsPerDay(hours)) / throughPerDay(queue));
}

/** How many a day go through, the capacity being the most. */
export function throughPerDay({ throughputPerDay, capacityPerDay }: Queue): number {
  const perDay = Math.min(throughputPerDay, capacityPerDay ?? throughputPerDay);
  assert(perDay > 0, "a queue moves, however slowly");
  return perDay;
}

/** Work that stands before somebody, and the hours in which it is done; null where nobody shuts, or where the work was told in days and nights. */
export type Work = { readonly queueMs: number; readonly hours: OpeningHours | null };

/** A queue of that length with the time in which the border is closed on top of it: closures, and the nights of a crossing that has hours. */
export function waitBehind({ queueMs: ms, hours }: Work, closures: readonly Span[], arrival: Instant): WaitLength {
  const totalMs = throughAt(ms, { closed: closures, clock: openClock(hours) }, arrival) - arrival;
  return { totalMs, queueMs: ms, closedMs: totalMs - ms };
}

/** Where nobody knows who comes, a hub is taken to work off what a closure left by so much more than comes (S: our planning figure). */
export const SPARE = 0.15;

/** A queue as it was counted: how long it takes to work off (ms), when, and how many come for each one that goes through; null where nobody knows. */
export type CountedQueue = Work & {
  readonly countedAt: Instant;
  readonly comingPerThrough: number | null;
};

/**
 * How long (ms) the queue takes to work off that somebody finds who arrives at `arrival`. Who comes while the border is closed joins it, and
 * it melts by what goes through beyond what comes. 1,800 trucks at 900 a day are 48 h; a closure of 36 h while 770 a day come leaves 1,155 more,
 * 78.8 h, and every day that the border is open takes 130 of them away. Where nobody knows who comes, as many are taken to come as go through:
 * the queue stays as it was counted, grows by what a closure holds up, and loses that again by a little more than comes. They come while the
 * crossing is open: at night the queue stays as it is, and a closure holds up what would have come in its open hours.
 */
export function queueOnArrival(
  { queueMs: counted, hours, countedAt, comingPerThrough }: CountedQueue,
  closed: readonly Span[],
  arrival: Instant,
): number {
  const clock = openClock(hours);
  let [at, queue, held] = [countedAt as number, counted, 0];
  const pass = (until: number, isOpen: boolean) => {
    const to = Math.max(at, Math.min(until, arrival));
    const ms = clock.shows(to) - clock.shows(at);
    at = to;
    if (comingPerThrough === null) held = isOpen ? Math.max(0, held - SPARE * ms) : held + ms;
    else queue = Math.max(0, queue + (comingPerThrough - (isOpen ? 1 : 0)) * ms);
  };
  for (const { from, to } of joined(closed)) {
    pass(from, true);
    pass(to, false);
  }
  pass(arrival, true);
  return Math.round(queue + held);
}

/** The wait of whoever arrives at `arrival`: the queue that is found then, standing still while the border is closed for the mode. */
export const expectedWait = (queue: CountedQueue, closures: readonly Span[], arrival: Instant): WaitLength =>
  waitBehind({ ...queue, queueMs: queueOnArrival(queue, closures, arrival) }, closures, arrival);

const TENTHS = 10;

/** Hours to a tenth, as waits are shown and kept. */
export const hoursOf = (ms: number): number => Math.round((ms * TENTHS) / HOUR_MS) / TENTHS;
