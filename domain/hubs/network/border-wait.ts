import { assert } from "@/domain/shared/assert";

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
