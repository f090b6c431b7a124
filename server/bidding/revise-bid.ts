import { z } from "zod";
import { insertVersion, saveRevision } from "../../db/repositories/bidding";
import { revise } from "../../domain/bidding/bid";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { offerOf } from "../../domain/bidding/bid-content";
import { amendmentSeen, offerChangeFields, withoutMisplacedText } from "../../domain/bidding/offer/offer-schema";
import { accept, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { draftSeenSchema, finishDraft, loadBid, standingContent, stillChecked } from "./bid-context";
import { refusedOfRevision } from "./check-bid";
import { makeVersion, PRICING, receiptShape, type StoredVersion } from "./make-version";
import { extend, placeBid } from "./place-bid";

const input = z
  .strictObject({
    bidId: z.string().min(1).max(64),
    /** The version that the bidder saw, where it says so. */
    ifVersion: z.int().optional(),
    amendment: amendmentSeen,
    draft: draftSeenSchema.optional(),
    ...offerChangeFields,
  })
  .check(withoutMisplacedText);

/** The next version of a bid: what is not said stays as it was, for the request as its author read it. The earlier versions are kept. */
export const reviseBid = command({
  name: "bidding.revise-bid",
  action: "bid.change",
  input,
  http: {
    method: "PATCH",
    path: "/bids/{bidId}",
    scope: "bids:write",
    status: 200,
    summary: "The next version of your bid; what is not said stays as it was",
    description:
      "It is for the request as you read it: once the request was amended, a version names the amendment, and one that names none or an earlier one is refused with `amended_again`, whose details say which is current.",
    example: { transitDays: { min: 1, max: 3 } },
    screensOnly: ["draft"],
    output: receiptShape,
    refusals: ["wrong_state", "amended_again", "equal_amount", ...PRICING],
  },
  refusedSoFar: refusedOfRevision,
  async run(context, { bidId, ifVersion, amendment, draft, ...change }): Promise<Result<StoredVersion>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const offer = { ...offerOf(await standingContent(tx, bid)), ...given };
    const state = revise(request, { state: bid.state, seen: amendment }, now);
    if (!state.ok) return state;
    const checked = await stillChecked(tx, { request, bid }, now);
    if (!checked.ok) return checked;
    const version = bid.version + 1;
    const made = await makeVersion(tx, { request, bid, version, offer, userId: actor.userId, now });
    if (!made.ok) return made;
    const { row, shown, open } = made.value;
    const placed = await placeBid(context, { request, bid, content: open });
    if (!placed.ok) return placed;
    await insertVersion(tx, row);
    await saveRevision(tx, bidId, { state: state.value, version, amendment: request.amendmentCount, now, ...shown });
    await finishDraft(tx, { requestId: request.id, organisationId: bid.providerOrganisationId }, draft);
    publish({ type: "bid.submitted", version, ...bidFacts(request, bid) });
    if (placed.value) await extend(context, request, placed.value);
    concerns(bidId);
    return accept({ id: bidId, version, receipt: row.receipt });
  },
});
