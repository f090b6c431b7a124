import { assert } from "@/domain/shared/result";
import type { Mode } from "../place";
import { boardKey, hoursOfState, type HubState } from "./board";
import { DAY_MS, type Instant } from "@/domain/shared/time";
import { queueMs, waitBehind } from "./expected-wait";

/** Of fewer crossings no time is told: one of them might be recognised. */
export const CROSSINGS_LEAST = 5;
export const CROSSINGS_DAYS = 90;

/** Own orders that came to a hub by a mode and that crossed there, in the same days. */
export type OwnTraffic = {
  readonly hubId: string;
  readonly mode: Mode;
  readonly came: number;
  readonly crossed: number;
};

/** Own orders of so many days tell how many come for each that goes through, where at least so many crossed. */
export const COMING_DAYS = 14;
export const COMING_LEAST = 20;

/** How many came for each that crossed, by hub and mode; where too few crossed their ratio says nothing. */
export const comingPerCrossing = (traffic: readonly OwnTraffic[]): Map<string, number> =>
  new Map(
    traffic
      .filter(({ crossed }) => crossed >= COMING_LEAST)
      .map(({ hubId, mode, came, crossed }) => [boardKey(hubId, mode), came / crossed]),
  );

/** How long goods of this market took from the hub to beyond the border: half of them at most `p50Ms`, nine in ten at most `p90Ms`. */
export type CrossingTimes = { readonly n: number; readonly p50Ms: number; readonly p90Ms: number };

/** The least of the values that so many percent of them do not exceed (nearest rank). */
export function percentile(sorted: readonly number[], percent: number): number {
  assert(sorted.length > 0 && percent > 0 && percent <= 100, "a percentile is one of some values");
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] as number;
}

/** The market's own crossings (ms each) in three figures; null of fewer than five. */
export function crossingTimes(durations: readonly number[]): CrossingTimes | null {
  if (durations.length < CROSSINGS_LEAST) return null;
  const sorted = [...durations].sort((a, b) => a - b);
  return { n: sorted.length, p50Ms: percentile(sorted, 50), p90Ms: percentile(sorted, 90) };
}

/** Goods of this market's own orders that came to a hub, and how long they were there until they had crossed (ms). */
export type OwnCrossing = { readonly arrivedAt: Instant; readonly tookMs: number };

/**
 * The board of a hub and mode beside the market's own crossings, of the same arrivals. Of half of them each was off by no more than its
 * `…OffMs`: the board's last count when the goods came, and the middle one of the own crossings that had been told by then.
 */
export type BoardRecord = {
  readonly n: number;
  /** What the board said in the middle, and what the crossings took. */
  readonly boardMs: number;
  readonly ownMs: number;
  readonly boardOffMs: number;
  readonly ownOffMs: number;
  /** For half of the arrivals the board was off by more than half of what was waited in the middle, or of what it said if that is less. */
  readonly isApart: boolean;
  /** By which of them waits are planned: by the board, unless they are apart and the own crossings were off by less. */
  readonly plannedBy: "board" | "orders";
};

const APART = 0.5;

const middle = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    50,
  );

/** Puts a value into its place in a sorted list. */
function insert(sorted: number[], value: number): void {
  const at = sorted.findIndex((one) => one > value);
  sorted.splice(at < 0 ? sorted.length : at, 0, value);
}

/** For each crossing, in the order of arrival, the middle one of those that had ended by then; null of fewer than five. */
function knownBefore(arrivals: readonly OwnCrossing[]): (number | null)[] {
  const ended = [...arrivals].sort((a, b) => a.arrivedAt + a.tookMs - (b.arrivedAt + b.tookMs));
  const told: number[] = [];
  let next = 0;
  return arrivals.map(({ arrivedAt }) => {
    for (let one = ended[next]; one && one.arrivedAt + one.tookMs <= arrivedAt; one = ended[++next])
      insert(told, one.tookMs);
    return told.length < CROSSINGS_LEAST ? null : percentile(told, 50);
  });
}

/**
 * How the board and the own crossings of one hub and mode stand to each other; null where fewer than five goods came while a count of the
 * board held that was at most `maxAgeDays` old, and five own crossings had been told before. `states` are the board's counts, in any order;
 * what one says is the wait of who comes then, with the nights of the crossing's hours on the clock of `zone`.
 */
export function reconcile(
  crossings: readonly OwnCrossing[],
  states: readonly HubState[],
  { maxAgeDays, zone }: { readonly maxAgeDays: number; readonly zone: string },
): BoardRecord | null {
  const arrivals = [...crossings].sort((a, b) => a.arrivedAt - b.arrivedAt);
  const counts = [...states].sort((a, b) => a.asOf - b.asOf);
  const before = knownBefore(arrivals);
  let next = 0;
  const compared = arrivals.flatMap(({ arrivedAt, tookMs }, at) => {
    while ((counts[next]?.asOf ?? Number.POSITIVE_INFINITY) <= arrivedAt) next += 1;
    const count = counts[next - 1];
    const known = before[at] ?? null;
    if (!count || known === null || arrivedAt - count.asOf > maxAgeDays * DAY_MS) return [];
    const hours = hoursOfState(count, zone);
    const board = waitBehind({ queueMs: queueMs(count, hours), hours }, [], arrivedAt).totalMs;
    return [{ tookMs, board, boardOff: Math.abs(board - tookMs), ownOff: Math.abs(known - tookMs) }];
  });
  if (compared.length < CROSSINGS_LEAST) return null;
  const [boardMs, ownMs] = [middle(compared.map(({ board }) => board)), middle(compared.map(({ tookMs }) => tookMs))];
  const boardOffMs = middle(compared.map(({ boardOff }) => boardOff));
  const ownOffMs = middle(compared.map(({ ownOff }) => ownOff));
  // By what each arrival found, as the table has it: the middles of days and of nights may differ where the board is right of every one.
  const isApart = boardOffMs > APART * Math.min(boardMs, ownMs);
  const plannedBy = isApart && ownOffMs < boardOffMs ? "orders" : "board";
  return { n: compared.length, boardMs, ownMs, boardOffMs, ownOffMs, isApart, plannedBy };
}
