import type { Hub } from "@/domain/hubs/hub";
import type { ChangeByHub } from "@/domain/hubs/share/change-by-hub";
import type { ChangeSplit } from "@/domain/hubs/share/change-split";
import type { ShareSum } from "@/domain/hubs/share/sums-by";
import type { PeriodShare, TrafficMeasure } from "@/domain/hubs/traffic";
import type { TrafficPeriod } from "@/domain/hubs/traffic-period";

/** What the panels of the review draw. */
export type ReviewView = {
  readonly measure: TrafficMeasure;
  readonly period: TrafficPeriod;
  readonly before: TrafficPeriod;
  readonly now: PeriodShare;
  readonly past: PeriodShare;
  readonly months: readonly { readonly month: string; readonly share: PeriodShare | null }[];
  readonly byHub: ChangeByHub | null;
  readonly split: ChangeSplit | null;
  readonly corridors: readonly ShareSum[];
  readonly services: readonly ShareSum[];
  readonly hubs: ReadonlyMap<string, Hub>;
};

/** Where a figure opens to the rows behind it. */
export type RowLinks = {
  readonly all: string;
  readonly border: string;
  readonly other: string;
  readonly past: string;
  readonly ofHub: (hubId: string) => string;
  readonly ofCorridor: (corridor: string) => string;
  readonly ofService: (service: string) => string;
};
