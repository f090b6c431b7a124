import { z } from "zod";
import { DIRECTIONS } from "../../domain/shared/direction";
import { INLAND_MODES, MODES } from "../../domain/hubs/place";
import { REQUEST_STATES } from "../../domain/requests/request";
import { SERVICES } from "../../domain/shared/service";
import { toIso } from "../../domain/shared/instant";
import { toWireMoney } from "../../domain/shared/money-schema";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { idPart, readCursor } from "../platform/api/cursor";
import { type DealRow, type DealView, dealView, listDeals as dealsOf } from "./api-queries";
import { cargoShape, incotermShape, writeCargo } from "./shapes";
import { dayText, idText, isoOrNull, listShape, moneyShape, paging, pathId, timeText } from "../platform/api/fields";
import { way } from "../../views/ways";
import { shownWay } from "../hubs/shown-way";

const head = {
  id: idText,
  reference: z.string().meta({ example: "KD-2611-7F3K2Q" }),
  direction: z.enum(DIRECTIONS),
  title: z.string(),
  originId: z.string(),
  hubId: z.string(),
  destinationId: z.string(),
  mode: z.enum(MODES),
  inlandMode: z.enum(INLAND_MODES).nullable().meta({ description: "Null where the mode itself says so" }),
  readyDate: dayText,
  goodsValue: moneyShape,
  contractedAt: timeText.nullable().meta({ description: "The first effective award" }),
  createdAt: timeText,
  version: z.int(),
};

const dealShape = z
  .strictObject({
    ...head,
    incoterm: incotermShape,
    hubChoice: z.enum(["chosen", "any"]).meta({ description: "Whether the buyer named the hub or took the planner's" }),
    corridor: z.string(),
    cargo: z.array(cargoShape),
    way,
    requests: z.array(
      z.strictObject({ id: idText, reference: z.string(), service: z.enum(SERVICES), state: z.enum(REQUEST_STATES) }),
    ),
  })
  .meta({ id: "Deal" });

const writeRow = (row: DealRow) => ({
  ...row,
  goodsValue: toWireMoney(row.goodsValue),
  contractedAt: isoOrNull(row.contractedAt),
  createdAt: toIso(row.createdAt),
});

const writeDeal = (deal: DealView) => ({
  ...deal,
  goodsValue: toWireMoney(deal.goodsValue),
  contractedAt: isoOrNull(deal.contractedAt),
  createdAt: toIso(deal.createdAt),
  cargo: writeCargo(deal.cargo),
  way: shownWay(deal.way),
});

export const listDeals = queryEndpoint({
  name: "listDeals",
  path: "/api/v1/deals",
  summary: "Your organisation's deals, the newest first",
  scope: "deals:read",
  query: z.strictObject(paging),
  response: listShape(z.strictObject(head).meta({ id: "DealRow" })),
  refusals: ["cursor_invalid"],
  async run({ actor, query }) {
    const after = readCursor(query.cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const page = await dealsOf(platform().database.read, actor, {
      afterId: after.value?.[0] ?? null,
      limit: query.limit,
    });
    return accept({ ...page, items: page.items.map(writeRow) });
  },
});

export const getDeal = queryEndpoint({
  name: "getDeal",
  path: "/api/v1/deals/{dealId}",
  summary: "One of your deals, with its cargo, its planned way and what was asked for it",
  scope: "deals:read",
  params: z.strictObject({ dealId: pathId }),
  response: dealShape,
  versionOf: (deal) => deal.version,
  async run({ actor, params }) {
    const deal = await dealView(platform().database.read, actor, params.dealId);
    return deal ? accept(writeDeal(deal)) : refuse("not_found");
  },
});
