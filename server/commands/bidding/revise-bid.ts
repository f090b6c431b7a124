import { z } from "zod";
import type { Reader } from "../../../db/database";
import { findVersion, insertVersion, type StoredBid, saveRevision } from "../../../db/repositories/bidding";
import type { StoredRequest } from "../../../db/repositories/requests";
import { type BidContent, revise } from "../../../domain/bidding/bid";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import { offerOf } from "../../../domain/bidding/offer/offer-of";
import { offerChangeFields, withoutMisplacedText } from "../../../domain/bidding/offer/offer-schema";
import { assert } from "../../../domain/shared/assert";
import { accept, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { readOwnVersion } from "../../sealing/read-own-version";
import { draftSeenSchema, finishDraft } from "./finish-draft";
import { loadBid } from "./load-bid";
import { makeVersion, type StoredVersion } from "./make-version";

const input = z
  .strictObject({
    bidId: z.string().min(1).max(64),
    /** The version that the bidder saw, where it says so. */
    ifVersion: z.int().optional(),
    draft: draftSeenSchema.optional(),
    ...offerChangeFields,
  })
  .check(withoutMisplacedText);

async function contentOf(tx: Reader, request: StoredRequest, bid: StoredBid): Promise<BidContent> {
  const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  return readOwnVersion(tx, version, { requestId: request.id, organisationId: bid.providerOrganisationId });
}

/** The next version of a bid: what is not said stays as it was. The earlier versions are kept. */
export const reviseBid = command({
  name: "bidding.revise-bid",
  action: "bid.change",
  input,
  async run(
    { tx, actor, now, publish, concerns },
    { bidId, ifVersion, draft, ...change },
  ): Promise<Result<StoredVersion>> {
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const offer = { ...offerOf(await contentOf(tx, request, bid)), ...given };
    const state = revise(request, bid.state, offer.validUntil, now);
    if (!state.ok) return state;
    const version = bid.version + 1;
    const made = await makeVersion(tx, { request, bid, version, offer, userId: actor.userId, now });
    if (!made.ok) return made;
    const { row, shown } = made.value;
    await insertVersion(tx, row);
    await saveRevision(tx, bidId, { state: state.value, version, now, ...shown });
    await finishDraft(tx, { requestId: request.id, organisationId: bid.providerOrganisationId }, draft);
    publish({ type: "bid.submitted", version, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ bidId, version, receipt: row.receipt });
  },
});
