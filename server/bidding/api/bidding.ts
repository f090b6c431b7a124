import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { bidsOf, bidView } from "../queries/api-bids";
import { idPart, pageOf, readCursor, writeCursor } from "../../platform/api/cursor";
import { bidShape, writeBid } from "../shapes/bid";
import { listShape, paging, pathId } from "../../platform/api/fields";

const ofRequest = z.strictObject({ requestId: pathId });
const ofBid = z.strictObject({ bidId: pathId });

export const listBids = queryEndpoint({
  name: "listBids",
  path: "/api/v1/requests/{requestId}/bids",
  summary: "The bids of a request, in the order of their coming",
  description:
    "Before the opening of a sealed request: its bidders their own bid, and everyone else, the buyer included, the number of bids only.",
  scope: "bids:read",
  params: ofRequest,
  query: z.strictObject(paging),
  response: listShape(bidShape, { count: z.int().meta({ description: "Bids that stand" }) }),
  refusals: ["cursor_invalid"],
  async run({ actor, params, query }) {
    const after = readCursor(query.cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const { database, clock } = platform();
    const found = await bidsOf(database.read, actor, { ...params, now: clock() });
    if (!found) return refuse("not_found");
    const start = after.value ? found.items.findIndex((bid) => bid.id === after.value?.[0]) + 1 : 0;
    const page = pageOf(found.items.slice(start, start + query.limit + 1), query.limit, (bid) => writeCursor(bid.id));
    return accept({ ...page, items: page.items.map(writeBid), count: found.count });
  },
});

export const getBid = queryEndpoint({
  name: "getBid",
  path: "/api/v1/bids/{bidId}",
  summary: "One bid: to its bidder, and from the opening on to the buyer",
  scope: "bids:read",
  params: ofBid,
  response: bidShape,
  versionOf: (bid) => bid.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const bid = await bidView(database.read, actor, { id: params.bidId, now: clock() });
    return bid ? accept(writeBid(bid)) : refuse("not_found");
  },
});
