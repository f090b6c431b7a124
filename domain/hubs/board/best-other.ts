import { compareWays } from "@/domain/hubs/network/way-of";
import type { Way } from "@/domain/hubs/way";

/** The best way through another hub, and how much longer it is; less than nothing where it is the better one. */
export type OtherHub = {
  readonly hubId: string;
  /** To a hundredth. */
  readonly daysMore: number;
  readonly kmMore: number;
};

type Compared = Pick<Way, "hubId" | "days" | "distanceKm">;

/** What the best of the ways that avoid the way's hub has on it; null where none does. */
export function bestOther(way: Compared, ways: readonly Way[]): OtherHub | null {
  const [best] = ways.filter(({ hubId }) => hubId !== way.hubId).sort(compareWays);
  if (!best) return null;
  return {
    hubId: best.hubId,
    daysMore: Math.round((best.days.min - way.days.min) * 100) / 100,
    kmMore: best.distanceKm - way.distanceKm,
  };
}
