import type { Month } from "@/domain/shared/local-date";
import type { Corridor } from "./corridor";

export const TRAFFIC_MEASURES = ["orders", "deals", "value", "weight"] as const;
export type TrafficMeasure = (typeof TRAFFIC_MEASURES)[number];

/**
 * Traffic of one hub in one month, corridor and service. Orders count from `contractedAt` on, cancelled ones out; a deal
 * counts once, by its first effective award. `count` is orders, or deals where the rows were counted for that measure.
 */
export type TrafficRow = {
  readonly month: Month;
  readonly hubId: string;
  readonly isBorderHub: boolean;
  readonly corridor: Corridor;
  readonly service: string;
  readonly count: number;
  /** Contract value in fen (CNY) at the rate of the day of `contractedAt`. */
  readonly valueMinor: bigint;
  readonly weightGrams: number;
};

/** The line that the joint share of border hubs is held against: 40 percent. */
export const BORDER_SHARE_LINE_BPS = 4_000;
