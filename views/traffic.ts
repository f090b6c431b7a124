import { z } from "zod";
import { TRAFFIC_MEASURES } from "../domain/hubs/traffic";
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
