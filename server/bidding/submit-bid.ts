import { z } from "zod";
import { type Reader, together } from "@/db/database";
import type { Actor } from "@/domain/access/policy";
import { bidFacts, type Offer, revise, submit } from "@/domain/bidding/bid";
import { offerOf } from "@/domain/bidding/bid-content";
import {
  amendmentSeen,
  offerChangeFields,
  offerFields,
  offerSchema,
  withoutMisplacedText,
} from "@/domain/bidding/offer/offer-schema";
import type { Instant } from "@/domain/shared/time";
import { isOfRead, readableOffer } from "@/domain/bidding/offer/readable-offer";
import { accept, assert, everyRefusal, type Refusal, type Result } from "@/domain/shared/result";
import type { CheckedBid } from "@/views/bid-checks";
import { command, type Members, type PrepareContext } from "../platform/command";
import {
  bidderOf,
  draftSeenSchema,
  finishDraft,
  loadBid,
  loadRequest,
  lockRequestOfBid,
  standingContent,
  stillChecked,
} from "./bid-context";
import { checkOffer, opinionDoubtsOf, outliersOf } from "./pricing";
import { alternativesOf, chargesOf, totalOf } from "./queries/charges";
import { findBidOf, insertBid, insertVersion, saveRevision } from "../../db/repositories/bidding";
import { lockRequest } from "../../db/repositories/requests";
import { BID_BODY } from "./examples";
import { makeVersion, PRICING, receiptShape, type StoredVersion } from "./make-version";
import { extend, placeBid } from "./place-bid";

/** All that is said of a finished offer before it is sent, the same to whoever types it and to a program that asks for it. Keeps nothing. */
export async function checkBid(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly offer: Offer; readonly now: Instant },
): Promise<Result<CheckedBid>> {
  const priced = await checkOffer(read, viewer, of);
  if (!priced.ok) return priced;
  const content = priced.value;
  const about = { requestId: of.requestId, content };
  return accept({
    ...{ content, total: totalOf(content), charges: chargesOf(content), alternatives: alternativesOf(content) },
    findings: await outliersOf(read, viewer, about),
    doubts: await opinionDoubtsOf(read, { ...about, now: of.now }),
  });
}

/** What is refused of the members of a malformed offer that can be read, so that it is said together with what cannot be. */
export async function refusedOfReadable(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly input: Members; readonly now: Instant },
): Promise<readonly Refusal[]> {
  const { offer, unread } = readableOffer(of.input);
  const checked = await checkOffer(read, viewer, { ...of, offer });
  return checked.ok ? [] : everyRefusal(checked.refusal).filter((refusal) => isOfRead(refusal, unread));
}

/** The same of a malformed next version of a bid: what it does not say stands as it was. */
export async function refusedOfRevision(
  { read, actor, now }: PrepareContext,
  { bidId, ...change }: Members,
): Promise<readonly Refusal[]> {
  const loaded = await loadBid(read, actor, { bidId: String(bidId) });
  if (!loaded.ok) return [loaded.refusal];
  const { bid, request } = loaded.value;
  const offer = offerOf(await standingContent(read, bid));
  const standing = z.encode(offerSchema, offer as z.output<typeof offerSchema>);
  return refusedOfReadable(read, actor, { requestId: request.id, input: { ...standing, ...change }, now });
}

const submitBidInput = z
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
  input: submitBidInput,
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
  lock: (tx, { requestId }) => lockRequest(tx, requestId),
  refusedSoFar: ({ read, actor, now }, { requestId, ...offer }) =>
    refusedOfReadable(read, actor, { requestId: String(requestId), input: offer, now }),
  async run(context, { requestId, amendment: seen, draft, ...offer }): Promise<Result<StoredVersion>> {
    const { tx, actor, now, newId, publish, concerns } = context;
    const organisationId = actor.organisationId;
    assert(organisationId, "who may bid acts for an organisation");
    const [loaded, earlier] = await together([
      loadRequest(tx, actor, requestId),
      findBidOf(tx, { requestId, organisationId }),
    ]);
    if (!loaded.ok) return loaded;
    const { request, isInvited } = loaded.value;
    const bidder = await bidderOf(tx, request, { organisationId, isInvited, now });
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

const reviseBidInput = z
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
  input: reviseBidInput,
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
  lock: lockRequestOfBid,
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
