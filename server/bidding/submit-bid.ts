import { z } from "zod";
import {
  amendmentSeen,
  offerFields,
  type offerSchema,
  withoutMisplacedText,
} from "../../domain/bidding/offer/offer-schema";
import { findBidOf, insertBid, insertVersion } from "../../db/repositories/bidding";
import { submit } from "../../domain/bidding/bid";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { assert } from "../../domain/shared/assert";
import { type Result, accept } from "../../domain/shared/result";
import { command } from "../platform/command";
import { bidderOf, draftSeenSchema, finishDraft, loadRequest } from "./bid-context";
import { refusedOfReadable } from "./check-bid";
import { PRICING, type StoredVersion, makeVersion, receiptShape } from "./make-version";
import { extend, placeBid } from "./place-bid";

export const BID_BODY: z.input<typeof offerSchema> = {
  currency: "CNY",
  charges: [
    { code: "EXD", basis: "declaration", unitPrice: { minor: 32_000, currency: "CNY" } },
    { code: "HSC", basis: "hs_line_above_5", unitPrice: { minor: 1_500, currency: "CNY" } },
  ],
  transitDays: { min: 1, max: 2 },
  validUntil: "2026-12-15T10:00:00Z",
  terms: {},
};

const input = z
  .strictObject({
    requestId: z.string().min(1).max(64),
    amendment: amendmentSeen,
    draft: draftSeenSchema.optional(),
    ...offerFields,
  })
  .check(withoutMisplacedText);

/** A provider's first version of its bid. The answer holds ids and the receipt, never an amount: it is kept for replays. */
export const submitBid = command({
  name: "bidding.submit-bid",
  action: "bid.submit",
  input,
  http: {
    method: "POST",
    path: "/requests/{requestId}/bids",
    scope: "bids:write",
    status: 201,
    summary: "Bid on an open request",
    description:
      "Quantities come from the request: a bid says unit prices and rates. Needs an active listing for the service. On a request that was amended it names the amendment that you read.",
    example: BID_BODY,
    screensOnly: ["draft"],
    output: receiptShape,
    refusals: ["own_request", "no_listing", "not_invited", "bid_exists", "amended_again", "equal_amount", ...PRICING],
  },
  refusedSoFar: ({ read, actor, now }, { requestId, ...offer }) =>
    refusedOfReadable(read, actor, { requestId: String(requestId), input: offer, now }),
  async run(context, { requestId, amendment: seen, draft, ...offer }): Promise<Result<StoredVersion>> {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadRequest(tx, actor, requestId);
    if (!loaded.ok) return loaded;
    const { request, isInvited } = loaded.value;
    const organisationId = actor.organisationId;
    assert(organisationId, "who may bid acts for an organisation");
    const bidder = await bidderOf(tx, request, { organisationId, isInvited, now });
    const earlier = await findBidOf(tx, { requestId, organisationId });
    const state = submit(request, bidder, { seen, hasEarlierBid: earlier !== undefined }, now);
    if (!state.ok) return state;
    const { amendmentCount: amendment } = request;
    const bid = { id: newId(), requestId, providerOrganisationId: organisationId };
    const made = await makeVersion(tx, { request, bid, version: 1, offer, userId: actor.userId, now });
    if (!made.ok) return made;
    const { row, shown, open } = made.value;
    const placed = await placeBid(context, { request, bid, content: open });
    if (!placed.ok) return placed;
    await insertBid(tx, { ...bid, state: state.value, amendment, now, ...shown });
    await insertVersion(tx, row);
    await finishDraft(tx, { requestId, organisationId }, draft);
    publish({ type: "bid.submitted", version: 1, ...bidFacts(request, bid) });
    if (placed.value) await extend(context, request, placed.value);
    concerns(bid.id);
    return accept({ id: bid.id, version: 1, receipt: row.receipt });
  },
});
