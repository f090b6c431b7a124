import { assert } from "@/domain/shared/assert";
import type { Mode } from "../place";
import { boardKey } from "./board";

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
