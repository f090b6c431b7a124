import { type Reader, together, type Writer } from "../../db/database";
import {
  type StoredRequest,
  findRequest,
  findVisibleRequest,
  isInvited,
  lockRequestsOfBids,
} from "../../db/repositories/requests";
import { type Actor, may } from "../../domain/access/policy";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { hasActiveListing } from "../../db/repositories/listings";
import { isBarredNow, isChecked } from "../../db/repositories/organisations";
import type { BidContent, Bidder } from "../../domain/bidding/bid";
import type { Instant } from "../../domain/shared/time";
import { type StoredBid, findBid, findVersion, lastVersionsOf } from "../../db/repositories/bidding";
import { ownVersionReader, readOwnDraft, readOwnVersion } from "../sealing/seal-bid";
import { z } from "zod";
import { deleteBidDraft, findBidDraft, markOf } from "../../db/repositories/bid-drafts";
import { type DraftSeen, isWhatWasSent } from "../../domain/bidding/bid-draft";

type Loaded = { readonly request: StoredRequest; readonly isInvited: boolean };

/** The request as a bidder may know it: what is not published, or for others, is not there. */
export async function loadRequest(
  tx: Reader,
  actor: Actor,
  requestId: string,
): Promise<Result<Loaded, Refusal<"not_found">>> {
  const request = await findVisibleRequest(tx, actor, requestId);
  if (!request) return refuse("not_found");
  const organisationId = actor.organisationId ?? "";
  const isAsked = request.visibility === "invited" && (await isInvited(tx, { requestId, organisationId }));
  return accept({ request, isInvited: isAsked });
}

/** The lock of whatever a bidder does with its bid: the request decides until when, for whom and on what terms. */
export const lockRequestOfBid = (tx: Writer, { bidId }: { readonly bidId: string }): Promise<void> =>
  lockRequestsOfBids(tx, [bidId]);

type Asking = { readonly organisationId: string; readonly isInvited: boolean; readonly now: Instant };

/** A provider with what decides whether this request is for it, as it stands in the transaction. */
export async function bidderOf(
  tx: Reader,
  request: StoredRequest,
  { organisationId, isInvited, now }: Asking,
): Promise<Bidder> {
  const [isListed, isBidderChecked] = await together([
    hasActiveListing(tx, organisationId, request.service),
    // Looked up only where it is asked for.
    request.visibility === "checked" && isChecked(tx, organisationId, now),
  ]);
  // Who is barred has no listing that counts; it is told why.
  const isBarred = !isListed && (await isBarredNow(tx, organisationId));
  return { organisationId, isInvited, isListed, isBarred, isChecked: isBidderChecked };
}

/**
 * The bidder's own bid with its request; to everyone else, the buyer included, it is not there to be changed. Where the bidder
 * said which version it saw, a later one is refused.
 */
export async function loadBid(
  tx: Reader,
  actor: Actor,
  { bidId, ifVersion }: { readonly bidId: string; readonly ifVersion?: number | undefined },
): Promise<Result<{ bid: StoredBid; request: StoredRequest }, Refusal<"not_found" | "stale_version">>> {
  const bid = await findBid(tx, bidId);
  if (!bid || !may(actor, "bid.change", bid)) return refuse("not_found");
  if (ifVersion !== undefined && ifVersion !== bid.version) return refuse("stale_version", { version: bid.version });
  const request = await findRequest(tx, bid.requestId);
  assert(request, `bid ${bidId} has its request`);
  return accept({ bid, request });
}

/**
 * A version is a bid of its own time: whom the market has restricted meanwhile sends none and confirms none, nor does whose check has ended
 * where only checked ones may bid.
 */
export async function stillChecked(
  tx: Reader,
  { request, bid }: { readonly request: StoredRequest; readonly bid: StoredBid },
  now: Instant,
): Promise<Result<void, Refusal<"not_checked" | "organisation_restricted">>> {
  if (await isBarredNow(tx, bid.providerOrganisationId)) return refuse("organisation_restricted");
  const isAllowed = request.visibility !== "checked" || (await isChecked(tx, bid.providerOrganisationId, now));
  return isAllowed ? accept(undefined) : refuse("not_checked");
}

/** What the standing version of a bid says, opened with its bidder's key. Whether it is asked for that bidder, the caller has decided. */
export async function standingContent(
  db: Reader,
  bid: Pick<StoredBid, "id" | "requestId" | "version" | "providerOrganisationId">,
): Promise<BidContent> {
  const version = await findVersion(db, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  return readOwnVersion(db, version, { requestId: bid.requestId, organisationId: bid.providerOrganisationId });
}

/** What the last versions of a bidder's own bids say, by bid: in one statement, and with its key read once. Whether it is asked for that bidder, the caller has decided. */
export async function ownContents(
  db: Reader,
  organisationId: string,
  bids: readonly Pick<StoredBid, "id" | "requestId">[],
): Promise<(bidId: string) => BidContent> {
  const requestOf = new Map(bids.map(({ id, requestId }) => [id, requestId]));
  const readOwn = ownVersionReader(db, organisationId);
  const contents = new Map<string, BidContent>();
  for (const version of await lastVersionsOf(db, [...requestOf.keys()]))
    contents.set(version.bidId, await readOwn(version, requestOf.get(version.bidId) as string));
  return (bidId) => {
    const content = contents.get(bidId);
    assert(content, `bid ${bidId} has its last version`);
    return content;
  };
}

/** What a form says of the draft that it was drawn from, and of itself. */
export const draftSeenSchema = z.strictObject({ mark: z.string().max(80), window: z.string().min(1).max(64) });

/** Ends the draft that a bid was sent from, in the bid's own transaction; one that another window has saved since stays. */
export async function finishDraft(
  tx: Writer,
  of: { readonly requestId: string; readonly organisationId: string },
  sent: DraftSeen | undefined,
): Promise<void> {
  const kept = sent && (await findBidDraft(tx, of));
  if (!kept) return;
  const { window } = await readOwnDraft(tx, kept);
  if (isWhatWasSent({ mark: markOf(kept), window }, sent)) await deleteBidDraft(tx, kept);
}
