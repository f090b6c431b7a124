import { z } from "zod";
import { INLAND_MODES, MODES } from "@/domain/hubs/place";
import { accept, refuse } from "@/domain/shared/result";
import { limitOf, listShape, pathId, queryEndpoint, queryId, widePaging } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { idPart, pageOf, readCursor, writeCursor } from "../platform/api/cursor";
import { referenceData } from "./queries/network";
import { foundFor } from "./queries/towns";
import { dayOf, type LocalDate } from "@/domain/shared/time";
import { routePlan } from "./queries/routes";
import { foundTowns, hub, hubBoard, place } from "@/views/hubs";
import { trafficShare } from "@/views/traffic";
import { way } from "@/views/deals";
import { parseCorridor } from "@/domain/hubs/corridor";
import { lastDays, TRAFFIC_MEASURES } from "@/domain/hubs/traffic";
import { SERVICES } from "@/domain/shared/vocabulary";
import { trafficShare as readShare } from "./queries/traffic";
import { hubBoard as readBoard } from "./queries/hubs";

type Asked = { readonly limit: number; readonly cursor?: string | undefined };

/** A page of what is held in memory, in the order of ids. */
function slice<Row extends { readonly id: string }>(rows: Iterable<Row>, { limit, cursor }: Asked) {
  const after = readCursor(cursor, z.tuple([idPart]));
  if (!after.ok) return after;
  const [afterId] = after.value ?? [""];
  const rest = [...rows].filter((row) => row.id > afterId).sort((a, b) => (a.id < b.id ? -1 : 1));
  return accept(pageOf(rest.slice(0, limit + 1), limit, (row) => writeCursor(row.id)));
}

export const listPlaces = queryEndpoint({
  name: "listPlaces",
  path: "/api/v1/places",
  summary: "Places where goods start, pass and arrive",
  scope: null,
  query: z.strictObject(widePaging),
  response: listShape(place),
  async run({ query }) {
    const { places } = await referenceData(platform().database.read);
    return slice(places.values(), query);
  },
});

const TOWN_LETTERS_MAX = 80;
const TOWNS_DEFAULT = 10;
const TOWNS_MAX = 50;

export const findTowns = queryEndpoint({
  name: "findTowns",
  path: "/api/v1/towns",
  summary: "Where goods can start or end, by any name",
  description:
    "Places of the network first, then the towns of a thousand people or more in the countries that goods are carried to (GeoNames, CC BY), the largest " +
    "first. Names in English, Chinese, Russian, Vietnamese or Kazakh, with or without diacritics, or UN/LOCODE. The id of a town may stand wherever a place " +
    "of the network may be an end; the planner joins it to the network by estimated roads. Where none is called so, large towns that no way leads to are named " +
    "with the nearest port that one does.",
  scope: null,
  query: z.strictObject({
    q: z
      .string()
      .min(1)
      .max(TOWN_LETTERS_MAX)
      .meta({ description: "A name's beginning, or a code", example: "Kunshan" }),
    limit: limitOf(TOWNS_DEFAULT, TOWNS_MAX),
  }),
  response: foundTowns,
  run: async ({ query }) => accept(await foundFor(platform().database.read, query)),
});

export const listHubs = queryEndpoint({
  name: "listHubs",
  path: "/api/v1/hubs",
  summary: "Hubs where routes leave or enter China",
  description: "All places of one border group are one hub. Only border hubs count in the share of border hubs.",
  scope: null,
  query: z.strictObject(widePaging),
  response: listShape(hub),
  async run({ query }) {
    const { hubs } = await referenceData(platform().database.read);
    return slice(hubs.values(), query);
  },
});

const WAYS_MAX = 20;
const WAYS_DEFAULT = 5;

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/, "whole_number_malformed")
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
      description:
        "By what goods come to the border and go on; left out, by the mode, to ports and airports by road, and by train from a port abroad that is not the nearest",
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
  response: listShape(way),
  refusals: ["unknown_place", "unknown_hub", "not_across_china_border", "no_way"],
  async run({ query: { from, to, mode, inlandMode, hub: hubId, month, readyDate, k } }) {
    const { database, clock } = platform();
    const now = clock();
    const asked = {
      originId: from,
      destinationId: to,
      mode: mode ?? null,
      inlandMode: inlandMode ?? null,
      hubId: hubId ?? null,
      month: month ?? Number(dayOf(now).slice(5, 7)),
      readyDate: (readyDate as LocalDate | undefined) ?? null,
      k,
    };
    const plan = await routePlan(database.read, asked, now);
    return plan.ok ? accept({ items: plan.value.ways, nextCursor: null }) : plan;
  },
});

const DAYS_DEFAULT = 90;

const edge = z
  .string()
  .max(10)
  .optional()
  .meta({ description: "A day or a month, which stands for all its days; included", example: "2026-11" });

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
  response: trafficShare,
  refusals: ["period_malformed", "period_backwards", "period_too_long"],
  async run({ actor, query }) {
    const { database, clock } = platform();
    const now = clock();
    const to = query.to ?? dayOf(now);
    const usual = lastDays(DAYS_DEFAULT, dayOf(now));
    return readShare(database.read, actor, {
      ...query,
      from: query.from ?? (query.to === undefined ? usual.from : `${query.to.slice(0, 7)}-01`),
      to,
      corridor: query.corridor ? parseCorridor(query.corridor) : null,
      service: query.service ?? null,
      now,
    });
  },
});

export const getHubBoard = queryEndpoint({
  name: "getHubBoard",
  path: "/api/v1/hubs/{hubId}/board",
  summary:
    "What waits at a hub by each mode, what is closed there, and how long this market's own orders took to cross",
  scope: null,
  params: z.strictObject({ hubId: pathId }),
  response: hubBoard,
  async run({ params: { hubId } }) {
    const { database, clock } = platform();
    const board = await readBoard(database.read, hubId, clock());
    return board ? accept(board) : refuse("not_found");
  },
});
