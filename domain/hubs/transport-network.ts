import type { Mode, Place } from "./place";
import { assert } from "@/domain/shared/assert";

/** A stretch between two places by one mode; usable in both directions. */
export type Leg = {
  readonly fromId: string;
  readonly toId: string;
  readonly mode: Mode;
  readonly km: number;
  readonly source: string;
  readonly isEstimate: boolean;
};

export const SPEED_CODES = [
  "road_trunk_km_per_day",
  "road_beyond_km_per_day",
  "rail_china_km_per_day",
  "rail_beyond_km_per_day",
  "rail_transfer_days",
  "sea_km_per_day",
  "sea_port_days",
  "air_flight_days",
] as const;
export type SpeedCode = (typeof SPEED_CODES)[number];

/** One planning speed or handling time; the unit is the end of its code. */
export type Speed = {
  readonly code: SpeedCode;
  readonly value: number;
  readonly source: string;
  readonly isEstimate: boolean;
};

/** Expected hours at a hub by mode in one month (1 to 12). */
export type BorderWait = {
  readonly hubId: string;
  readonly mode: Mode;
  readonly month: number;
  readonly hours: number;
  readonly source: string;
  readonly isEstimate: boolean;
};

/** All that the planner knows of the world. */
export type Network = {
  readonly places: readonly Place[];
  readonly legs: readonly Leg[];
  readonly speeds: readonly Speed[];
  readonly waits: readonly BorderWait[];
};

/**
 * A hub's expected wait by month (hours, to a tenth): its yearly mean shaped by a season, which is twelve figures of
 * the busiest hub of its kind: mean × figure of the month ÷ mean of the season. Without a season all months are equal.
 */
export function monthlyWaits(meanHours: number, season: readonly number[] | null): number[] {
  if (season === null) return Array.from({ length: 12 }, () => meanHours);
  assert(season.length === 12 && season.every((figure) => figure > 0), "a season has twelve positive figures");
  const seasonSum = season.reduce((all, figure) => all + figure, 0);
  return season.map((figure) => Math.round((meanHours * figure * 12 * 10) / seasonSum) / 10);
}
