import { z } from "zod";
import { BID_STATES } from "../../domain/bidding/bid";
import {
  amendmentSeen,
  offerChangeFields,
  offerFields,
  withoutMisplacedText,
} from "../../domain/bidding/offer/offer-schema";
import { accept, refuse } from "../../domain/shared/result";
import { reviseBid } from "../commands/bidding/revise-bid";
import { submitBid } from "../commands/bidding/submit-bid";
import { withdrawBid } from "../commands/bidding/withdraw-bid";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { bidsOf, bidView } from "../queries/api/bids";
import { idPart, pageOf, readCursor, writeCursor } from "../queries/api/cursor";
import { BID_BODY } from "./examples";
import { bidShape, writeBid } from "./shapes/bid";
import { idText, listShape, paging, pathId } from "./shapes/fields";

const ofRequest = z.strictObject({ requestId: pathId });
const ofBid = z.strictObject({ bidId: pathId });

const receiptShape = z
  .strictObject({
    id: idText,
    version: z.int(),
    receipt: z.string().meta({ description: "Proof of what was handed in; it tells no amount" }),
  })
  .meta({ id: "BidReceipt" });

const receiptOf = ({ bidId, version, receipt }: { bidId: string; version: number; receipt: string }) => ({
  id: bidId,
  version,
  receipt,
});

/** What pricing an offer again may refuse, where its request has changed. */
export const REPRICING = [
  "own_work_at_cost",
  "request_not_open",
  "validity_too_short",
  "basis_not_possible",
  "nothing_priced",
  "amount_too_large",
  "rate_missing",
  "rate_stale",
  "terms_invalid",
  "quote_expires_in_past",
  "mid_not_of_pair",
  "bid_too_long",
  "starts_in_past",
  "declarant_not_named",
];

/** What pricing an offer may refuse. */
export const PRICING = [
  ...REPRICING,
  "charge_not_of_service",
  "currency_mixed",
  "gate_unanswered",
  "gate_not_met",
  "gate_unknown",
  "not_checked",
  "too_many_lines",
  "package_of_own_service",
];

export const postBid = commandEndpoint({
  name: "submitBid",
  method: "POST",
  path: "/api/v1/requests/{requestId}/bids",
  summary: "Bid on an open request",
  description:
    "Quantities come from the request: a bid says unit prices and rates. Needs an active listing for the service. On a request that was amended it names the amendment that you read.",
  scope: "bids:write",
  params: ofRequest,
  body: z.strictObject({ ...offerFields, amendment: amendmentSeen }).check(withoutMisplacedText),
  example: BID_BODY,
  response: receiptShape,
  refusals: ["own_request", "no_listing", "not_invited", "bid_exists", "amended_again", "equal_amount", ...PRICING],
  command: submitBid,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  toBody: receiptOf,
  versionOf: (output) => output.version,
  status: 201,
});

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

export const patchBid = commandEndpoint({
  name: "reviseBid",
  method: "PATCH",
  path: "/api/v1/bids/{bidId}",
  summary: "The next version of your bid; what is not said stays as it was",
  description:
    "It is for the request as you read it: once the request was amended, a version names the amendment, and one that names none or an earlier one is refused with `amended_again`, whose details say which is current.",
  scope: "bids:write",
  params: ofBid,
  body: z.strictObject({ ...offerChangeFields, amendment: amendmentSeen }),
  example: { transitDays: { min: 1, max: 3 } },
  response: receiptShape,
  refusals: ["wrong_state", "amended_again", "equal_amount", ...PRICING],
  command: reviseBid,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, ifVersion: version }),
  toBody: receiptOf,
  versionOf: (output) => output.version,
  status: 200,
});

export const postWithdraw = commandEndpoint({
  name: "withdrawBid",
  method: "POST",
  path: "/api/v1/bids/{bidId}/withdraw",
  summary: "Take your bid back before the close; it is an end",
  scope: "bids:write",
  params: ofBid,
  response: z.strictObject({ id: idText, state: z.enum(BID_STATES) }),
  refusals: ["request_not_open", "wrong_state"],
  command: withdrawBid,
  takesIfMatch: true,
  toInput: ({ params, version }) => ({ ...params, ifVersion: version }),
  toBody: ({ bidId, state }) => ({ id: bidId, state }),
  status: 200,
});
