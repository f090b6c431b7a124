import { z } from "zod";
import type { Hub, Mode, Place, Way } from "../domain/hubs/place";
import type { ChangeByHub, ChangeSplit } from "../domain/hubs/share-change";
import { type PeriodShare, TRAFFIC_MEASURES, type TrafficMeasure, type TrafficPeriod } from "../domain/hubs/traffic";
import type { ShareSum } from "../domain/hubs/traffic-figures";
import type { Instant, Month } from "../domain/shared/time";
import type { Currency } from "../domain/shared/money";
import type { Service } from "../domain/shared/vocabulary";
import { type View, day, money } from "./fields";

const share = z.int().min(0).max(10_000).meta({ description: "Hundredths of a percent" });

/** The share of each hub in all traffic, by month or in total. */
export const trafficShare = z
  .object({
    measure: z.enum(TRAFFIC_MEASURES),
    from: day,
    to: day,
    borderHubShareBps: share.nullable().meta({ description: "Of the whole period; null where nothing was counted" }),
    rows: z.array(
      z.object({
        period: z.string().meta({ description: "A month, or first and last day: `2026-08-27/2026-11-24`" }),
        hubId: z.string(),
        hubName: z.string(),
        isBorderHub: z.boolean(),
        count: z.int(),
        value: money.meta({ description: "What providers charge for their own work" }),
        passThrough: money.meta({
          description: "What they pay for buyers at cost, taxes among it: no part of the value",
        }),
        weightGrams: z.int(),
        shareBps: share,
      }),
    ),
  })
  .meta({ id: "TrafficShare" });

export type TrafficShare = View<typeof trafficShare>;

/** All that the review of the share shows, of one question and the period that it is compared with. */
export type TrafficReview = {
  readonly measure: TrafficMeasure;
  /** Days of the period that have come. */
  readonly period: TrafficPeriod;
  readonly before: TrafficPeriod;
  readonly now: PeriodShare;
  readonly past: PeriodShare;
  /** The twelve months that end with the period, each whole; a month without traffic has no share. */
  readonly months: readonly { readonly month: Month; readonly share: PeriodShare | null }[];
  /** Whether the last of them is not over yet. */
  readonly isRunning: boolean;
  readonly byHub: ChangeByHub | null;
  readonly split: ChangeSplit | null;
  readonly corridors: readonly ShareSum[];
  /** None where deals are counted. */
  readonly services: readonly ShareSum[];
  /** Corridors of the twelve months, to choose from. */
  readonly allCorridors: readonly string[];
  readonly corridorsOfHub: (hubId: string) => readonly ShareSum[];
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly readMs: number;
};

/** Where the summary says other than the orders: what each of them says of one hub, corridor and service. */
export type Discrepancy = {
  readonly month: Month;
  readonly hubId: string;
  readonly corridor: string;
  readonly service: string;
  readonly summaryCount: number;
  readonly recount: number;
};

export type Recount = {
  readonly first: Month;
  readonly last: Month;
  readonly orders: number;
  readonly deals: number;
  readonly discrepancies: readonly Discrepancy[];
  readonly runMs: number;
};

/** One line of the map: orders that run the same way. */
export type TrafficFlow = {
  readonly hubId: string;
  readonly isBorderHub: boolean;
  readonly way: Pick<Way, "legs">;
  readonly count: number;
};

export type TrafficFlows = {
  readonly flows: readonly TrafficFlow[];
  /** How many orders the lines are of. */
  readonly orders: number;
  /** Whether the period has more orders than the lines are of: then they are of its latest ones. */
  readonly isLatestOnly: boolean;
  readonly places: ReadonlyMap<string, Place>;
};

/** One order or deal behind a figure. */
export type BehindRow = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** Null for a deal. */
  readonly service: Service | null;
  readonly hubId: string;
  readonly corridor: string;
  readonly originId: string;
  readonly destinationId: string;
  readonly mode: Mode;
  readonly buyerName: string;
  readonly contractedAt: Instant;
  /** What it adds to the value: an order's contract price in CNY without what is passed through; a deal adds none of its own. */
  readonly valueCnyMinor: bigint | null;
  /** What the provider of an order pays for the buyer at cost, in CNY; null for a deal. */
  readonly passThroughCnyMinor: bigint | null;
  /** An order's contract price as agreed; a deal's goods value. */
  readonly minor: bigint;
  readonly currency: Currency;
  readonly weightGrams: number;
};

/** What all rows behind a figure come to; deals have no value of their own. */
export type RowsTotal = {
  readonly count: number;
  readonly valueCnyMinor: bigint | null;
  readonly passThroughCnyMinor: bigint | null;
  readonly weightGrams: number;
};
