import { z } from "zod";
import { parseCorridor } from "@/domain/hubs/corridor";
import { TRAFFIC_MEASURES } from "@/domain/hubs/traffic";
import { lastDays } from "@/domain/hubs/traffic-period";
import { SERVICES } from "@/domain/shared/service";
import { dayOf } from "@/domain/shared/local-date";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { trafficShare } from "../queries/traffic";
import { dayText, moneyShape } from "../../platform/api/fields";

const DAYS_DEFAULT = 90;

const edge = z
  .string()
  .max(10)
  .optional()
  .meta({ description: "A day or a month, which stands for all its days; included", example: "2026-11" });

const share = z.int().min(0).max(10_000).meta({ description: "Hundredths of a percent" });

export const trafficShareShape = z
  .strictObject({
    measure: z.enum(TRAFFIC_MEASURES),
    from: dayText,
    to: dayText,
    borderHubShareBps: share.nullable().meta({ description: "Of the whole period; null where nothing was counted" }),
    rows: z.array(
      z.strictObject({
        period: z.string().meta({ description: "A month, or first and last day: `2026-08-27/2026-11-24`" }),
        hubId: z.string(),
        hubName: z.string(),
        isBorderHub: z.boolean(),
        count: z.int(),
        value: moneyShape.meta({ description: "What providers charge for their own work" }),
        passThrough: moneyShape.meta({
          description: "What they pay for buyers at cost, taxes among it: no part of the value",
        }),
        weightGrams: z.int(),
        shareBps: share,
      }),
    ),
  })
  .meta({ id: "TrafficShare" });

export const getTrafficShare = queryEndpoint({
  name: "getTrafficShare",
  path: "/api/v1/hubs/traffic-share",
  summary: "The share of each hub in all traffic, for administrators",
  description:
    "Orders count from the instant they are contracted, cancelled ones out. The last 90 days where no period is given.",
  scope: "admin:read",
  query: z.strictObject({
    from: edge,
    to: edge,
    measure: z.enum(TRAFFIC_MEASURES).default("orders"),
    by: z.enum(["month", "total"]).default("total"),
    corridor: z
      .string()
      .refine((text) => parseCorridor(text) !== null, "corridor_malformed")
      .optional()
      .meta({ description: "Origin country to destination country", example: "CN-KZ" }),
    service: z.enum(SERVICES).optional(),
  }),
  response: trafficShareShape,
  refusals: ["period_malformed", "period_backwards", "period_too_long"],
  async run({ actor, query }) {
    const { database, clock } = platform();
    const now = clock();
    const to = query.to ?? dayOf(now);
    const usual = lastDays(DAYS_DEFAULT, dayOf(now));
    return trafficShare(database.read, actor, {
      ...query,
      from: query.from ?? (query.to === undefined ? usual.from : `${query.to.slice(0, 7)}-01`),
      to,
      corridor: query.corridor ? parseCorridor(query.corridor) : null,
      service: query.service ?? null,
      now,
    });
  },
});
