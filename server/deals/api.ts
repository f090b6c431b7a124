import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { deal, dealRow } from "../../views/deals";
import { listShape, paging, pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { idPart, readCursor } from "../platform/api/cursor";
import { listDeals as dealsOf } from "./api-queries";
import { dealPage } from "./queries";

export const listDeals = queryEndpoint({
  name: "listDeals",
  path: "/api/v1/deals",
  summary: "Your organisation's deals, the newest first",
  scope: "deals:read",
  query: z.strictObject(paging),
  response: listShape(dealRow),
  refusals: ["cursor_invalid"],
  async run({ actor, query }) {
    const after = readCursor(query.cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    return accept(
      await dealsOf(platform().database.read, actor, {
        afterId: after.value?.[0] ?? null,
        limit: query.limit,
      }),
    );
  },
});

export const getDeal = queryEndpoint({
  name: "getDeal",
  path: "/api/v1/deals/{dealId}",
  summary: "One of your deals, with its cargo, its planned way and what was asked for it",
  scope: "deals:read",
  params: z.strictObject({ dealId: pathId }),
  response: deal,
  versionOf: ({ version }) => version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await dealPage(database.read, actor, { id: params.dealId, now: clock() });
    return found ? accept(found) : refuse("not_found");
  },
});
