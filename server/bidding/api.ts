import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { checkEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { bidView, bidsOf, ownPlace } from "./queries/bids";
import { idPart, pageOf, readCursor, writeCursor } from "../platform/api/cursor";
import { alternativeShape, bidShape, chargeShape, writeAlternatives, writeBid, writeCharge } from "./shapes";
import { listShape, moneyShape, paging, pathId } from "../platform/api/fields";
import { LIGHTS } from "@/domain/bidding/live-feedback";
import { FEEDBACKS } from "@/domain/requests/terms";
import { OUTLIER_BANDS } from "@/domain/bidding/offer/price-outlier";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { CHARGE_CODES } from "@/domain/services/charge";
import type { OpinionDoubt } from "@/domain/services/customs/duties";
import { checkBid } from "./check-bid";
import { PRICING } from "./make-version";
import { BID_BODY } from "./submit-bid";
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

const placeShape = z
  .strictObject({
    feedback: z
      .enum([...FEEDBACKS, "unknown"])
      .meta({ description: "`unknown` where an exchange rate is missing, so that nobody's place is known" }),
    count: z.int().meta({ description: "Bids that stand" }),
    rank: z.int().nullable().meta({ description: "1 is the best; null where the request tells a colour only" }),
    gapBps: z.int().nullable().meta({
      description: "Above the best, in basis points of the best, rounded half up; at least 1 of who is behind",
    }),
    light: z
      .enum(LIGHTS)
      .nullable()
      .meta({ description: "green: the best; yellow: at most 5 percent above it; red: more" }),
  })
  .meta({ id: "OwnPlace" });

/** What a bidder of open bidding is told of its own bid among the others. */
export const getPlace = queryEndpoint({
  name: "getPlace",
  path: "/api/v1/requests/{requestId}/place",
  summary: "Where your own bid stands in open bidding, as far as the request tells its bidders",
  description:
    "The bidders' own prices (`ownPrice`: without duty, tax and what else is paid at cost) are compared in the request's currency at the day's rates; of equal ones the earlier version comes first. Not found where bids are sealed and where no bid of yours stands.",
  scope: "bids:read",
  params: z.strictObject({ requestId: pathId }),
  response: placeShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const place = await ownPlace(database.read, actor, { ...params, now: clock() });
    if (!place) return refuse("not_found");
    const { count, feedback } = place;
    return accept({
      feedback: feedback.kind,
      count,
      rank: "rank" in feedback ? feedback.rank : null,
      gapBps: "gapBps" in feedback ? feedback.gapBps : null,
      light: "light" in feedback ? feedback.light : null,
    });
  },
});

const findingShape = z
  .strictObject({
    alternative: z.int().meta({ description: "0 for the main offer" }),
    line: z
      .int()
      .nullable()
      .meta({ description: "The line's place in its offer, from 0; null for the own price in all" }),
    code: z.enum(CHARGE_CODES).nullable(),
    isAbove: z.boolean(),
    factorMin: z.union(OUTLIER_BANDS.map((band) => z.literal(band))),
    beside: z.enum(["own_version", "own_bids", "market"]),
  })
  .meta({ id: "BidFinding" });

const bpsField = (description: string) => z.int().min(0).meta({ description });

const doubtShape = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("other_chapter"),
      line: z.int().min(1).meta({ description: "The number of the cargo line" }),
      hsCode: z.string().meta({ description: "By the bid" }),
      askedHsCode: z.string().meta({ description: "By the request" }),
    }),
    z.strictObject({
      kind: z.enum(["duty_far", "vat_far"]),
      line: z.int().min(1).meta({ description: "The number of the cargo line" }),
      rateBps: bpsField("By the bid"),
      marketRateBps: bpsField("By the market's tariff of the day, for the code that the bid names"),
    }),
  ])
  .meta({ id: "BidDoubt" });

function writeDoubt(doubt: OpinionDoubt): z.output<typeof doubtShape> {
  const { kind, line } = doubt;
  return kind === "other_chapter"
    ? { kind, line, hsCode: doubt.hsCode, askedHsCode: doubt.asked }
    : { kind, line, rateBps: doubt.bps, marketRateBps: doubt.market };
}

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
  response: z
    .strictObject({
      total: moneyShape,
      charges: z.array(chargeShape),
      alternatives: z.array(alternativeShape),
      findings: z.array(findingShape),
      doubts: z.array(doubtShape),
    })
    .meta({ id: "BidCheck" }),
  refusals: PRICING.filter((code) => code !== "request_not_open"),
  async run({ actor, params, body }) {
    const { database, clock } = platform();
    const checked = await checkBid(database.read, actor, { ...params, offer: body, now: clock() });
    if (!checked.ok) return checked;
    const { content, findings, doubts } = checked.value;
    return accept({
      total: { minor: Number(content.totalMinor), currency: content.currency },
      charges: content.lines.map((line) => writeCharge(line, content.currency)),
      alternatives: writeAlternatives(content),
      findings: [...findings],
      doubts: doubts.map(writeDoubt),
    });
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
