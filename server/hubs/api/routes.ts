import { z } from "zod";
import { INLAND_MODES, MODES } from "@/domain/hubs/place";
import { dayOf, type LocalDate } from "@/domain/shared/local-date";
import { accept } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { routePlan } from "../queries/route-plan";
import { listShape, queryId } from "../../platform/api/fields";
import { wayShape, writeWay } from "../shapes/way";

const WAYS_MAX = 20;
const WAYS_DEFAULT = 5;

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/, "number_malformed")
    .transform(Number)
    .pipe(z.int().min(1).max(most));

export const planRoutes = queryEndpoint({
  name: "planRoutes",
  path: "/api/v1/routes",
  summary: "Ways for goods between two places, through the hubs",
  description:
    "The best by days, then kilometres: one of each hub and mode, and each mode's best before any mode's second. Ways that go far back, or to a port or airport of another region, are left out where there are others. Each waits at the border what its hub's board says for the time of its arrival, closures included, or what is planned for the month.",
  scope: null,
  query: z.strictObject({
    from: queryId.meta({ description: "A place's id", example: "CNYIU" }),
    to: queryId.meta({ description: "A place's id", example: "KZALA" }),
    mode: z.enum(MODES).optional().meta({ description: "By which the border is crossed" }),
    inlandMode: z.enum(INLAND_MODES).optional().meta({
      description: "By what goods come to the border and go on; left out, by the mode, to ports and airports by road",
    }),
    hub: queryId.optional(),
    month: wholeNumber(12)
      .optional()
      .meta({
        description:
          "Goods leave now in the month that runs, as where it is not given, else at the start of the next such month",
        override: { type: "integer", minimum: 1, maximum: 12, pattern: undefined },
      }),
    readyDate: z.iso
      .date("date_malformed")
      .optional()
      .meta({ description: "The day on which goods leave, in place of a month", example: "2026-12-10" }),
    k: wholeNumber(WAYS_MAX)
      .default(WAYS_DEFAULT)
      .meta({
        description: "How many ways",
        override: { type: "integer", minimum: 1, maximum: WAYS_MAX, default: WAYS_DEFAULT, pattern: undefined },
      }),
  }),
  response: listShape(wayShape),
  refusals: ["unknown_place", "unknown_hub", "not_across_china_border", "no_way"],
  async run({ query: { from, to, mode, inlandMode, hub, month, readyDate, k } }) {
    const { database, clock } = platform();
    const now = clock();
    const asked = {
      originId: from,
      destinationId: to,
      mode: mode ?? null,
      inlandMode: inlandMode ?? null,
      hubId: hub ?? null,
      month: month ?? Number(dayOf(now).slice(5, 7)),
      readyDate: (readyDate as LocalDate | undefined) ?? null,
      k,
    };
    const ways = await routePlan(database.read, asked, now);
    return ways.ok ? accept({ items: ways.value.map(writeWay), nextCursor: null }) : ways;
  },
});
