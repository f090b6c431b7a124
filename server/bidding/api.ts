import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { checkEndpoint, listShape, paging, pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { bidsOf, bidView, placeOf } from "./queries/bids";
import { idPart, pageOf, readCursor, writeCursor } from "../platform/api/cursor";
import { checkedBid } from "@/views/bid-checks";
import { bid, ownPlace } from "@/views/bids";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { BID_BODY } from "./examples";
import { checkBid, refusedOfReadable } from "./submit-bid";
import { PRICING } from "./make-version";
import { proof } from "@/views/proofs";
import { proofOf } from "./queries/proof";

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
  response: listShape(bid, { count: z.int().meta({ description: "Bids that stand" }) }),
  refusals: ["cursor_invalid"],
  async run({ actor, params, query }) {
    const after = readCursor(query.cursor, z.tuple([idPart]));
    if (!after.ok) return after;
    const { database, clock } = platform();
    const found = await bidsOf(database.read, actor, { ...params, now: clock() });
    if (!found) return refuse("not_found");
    const start = after.value ? found.items.findIndex(({ id }) => id === after.value?.[0]) + 1 : 0;
    const page = pageOf(found.items.slice(start, start + query.limit + 1), query.limit, ({ id }) => writeCursor(id));
    return accept({ ...page, count: found.count });
  },
});

export const getBid = queryEndpoint({
  name: "getBid",
  path: "/api/v1/bids/{bidId}",
  summary: "One bid: to its bidder, and from the opening on to the buyer",
  scope: "bids:read",
  params: ofBid,
  response: bid,
  versionOf: ({ version }) => version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await bidView(database.read, actor, { id: params.bidId, now: clock() });
    return found ? accept(found) : refuse("not_found");
  },
});

/** What a bidder of open bidding is told of its own bid among the others. */
export const getPlace = queryEndpoint({
  name: "getPlace",
  path: "/api/v1/requests/{requestId}/place",
  summary: "Where your own bid stands in open bidding, as far as the request tells its bidders",
  description:
    "The bidders' own prices (`ownPrice`: without duty, tax and what else is paid at cost) are compared in the request's currency at the day's rates; of equal ones the earlier version comes first. Not found where bids are sealed and where no bid of yours stands.",
  scope: "bids:read",
  params: z.strictObject({ requestId: pathId }),
  response: ownPlace,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const place = await placeOf(database.read, actor, { ...params, now: clock() });
    return place ? accept(place) : refuse("not_found");
  },
});

/** What an outside program asks before it bids: findings and doubts stop nothing, since a program has nobody to tick them. */
export const postBidCheck = checkEndpoint({
  name: "checkBid",
  path: "/api/v1/requests/{requestId}/bids/check",
  summary: "What an offer would come to, and what in it may be a slip of a digit; nothing is kept",
  description:
    "Prices the offer as bidding would. `findings` name prices that differ by a factor of 5 or more from your own standing version, your own last bids or, where you have none, the market's opened bids: the factor's band only, never an amount of others. `doubts` name what a customs bid says of the goods (`terms.hsOpinions`) and is far from the request or from the market's tariff.",
  scope: "bids:write",
  params: z.strictObject({ requestId: pathId }),
  body: offerSchema,
  example: BID_BODY,
  response: checkedBid,
  refusals: PRICING.filter((code) => code !== "request_not_open"),
  async run({ actor, params, body }) {
    const { database, clock } = platform();
    return checkBid(database.read, actor, { ...params, offer: body, now: clock() });
  },
  async refusedSoFar({ actor, params, body }) {
    const { database, clock } = platform();
    return refusedOfReadable(database.read, actor, { ...params, input: body, now: clock() });
  },
});

export const getRequestProof = queryEndpoint({
  name: "getRequestProof",
  path: "/api/v1/requests/{requestId}/proof",
  summary: "What was handed in on a request, as anybody can check it",
  description:
    "From the close on: the receipts of all versions, in order, with the root of a Merkle tree over them. It names no bidder and no amount. From the opening on also its minutes.",
  scope: "requests:read",
  isPublic: true,
  params: z.strictObject({ requestId: pathId }),
  query: z.strictObject({
    receipt: z.string().min(1).max(64).optional().meta({ description: "A receipt whose way to the root is wanted" }),
  }),
  response: proof,
  async run({ actor, params, query }) {
    const of = { id: params.requestId, receipt: query.receipt ?? null };
    const found = await proofOf(platform().database.read, actor, of);
    return found ? accept(found) : refuse("not_found");
  },
});
