import type { Reader, Writer } from "../../db/database";
import { type StoredBid, bidsOfRequest, findVersion, saveOpened, type versionsOf } from "../../db/repositories/bidding";
import { findOrganisationKey } from "../../db/repositories/request-keys";
import type { BidContent } from "../../domain/bidding/bid";
import { assert } from "../../domain/shared/assert";
import { organisationKey } from "./keys";
import { formerReceiptOfOpenBid, openBid, receiptOfOpenBid } from "./seal-bid";
import { receiptOf } from "./envelope";
import { inOneOrder } from "../../domain/requests/canonical-json";
import { readRequestOpener } from "./request-key-store";
import type { RequestOpener } from "./request-key";

type Version = Awaited<ReturnType<typeof versionsOf>>[number];

/** What one of the bidder's own versions says, sealed or not. Whether it is the bidder who asks, the caller has decided. */
export async function readOwnVersion(
  db: Reader,
  version: Version,
  of: { readonly requestId: string; readonly organisationId: string },
): Promise<BidContent> {
  if (version.content !== null) return version.content;
  const wrapped = await findOrganisationKey(db, of.organisationId);
  assert(wrapped && version.sealed && version.keyForBidder, "a sealed version has its block and its bidder's key");
  return openBid(
    { sealed: version.sealed, wrappedDataKey: version.keyForBidder },
    { requestId: of.requestId, bidId: version.bidId, version: version.version },
    { holder: "bidder", key: organisationKey(wrapped, of.organisationId) },
  );
}

type OfVersion = { readonly requestId: string; readonly organisationId: string; readonly content: BidContent };

/**
 * Whether the receipt that a bidder holds is that of what is kept: of the sealed block, which must say what is shown, or of an open
 * bid's content. Null for an open bid from before versions named their files whose members the database has put in another order.
 */
export async function receiptHolds(db: Reader, version: Version, of: OfVersion): Promise<boolean | null> {
  if (version.sealed) {
    if (receiptOf(version.sealed) !== version.receipt) return false;
    const sealed = await readOwnVersion(db, { ...version, content: null }, of);
    return inOneOrder(sealed) === inOneOrder(of.content);
  }
  const context = { requestId: of.requestId, bidId: version.bidId, version: version.version };
  if (receiptOfOpenBid(of.content, context) === version.receipt) return true;
  if (formerReceiptOfOpenBid(of.content, context) === version.receipt) return true;
  return of.content.files ? false : null;
}

async function openOne(tx: Writer, bid: StoredBid, key: RequestOpener): Promise<void> {
  const of = { bidId: bid.id, version: bid.version };
  const version = await findVersion(tx, of);
  assert(version?.sealed && version.keyForRequest, `bid ${bid.id} has its sealed version ${bid.version}`);
  const sealed = { sealed: version.sealed, wrappedDataKey: version.keyForRequest };
  const content = openBid(sealed, { requestId: bid.requestId, ...of }, { holder: "request", key });
  await saveOpened(tx, of, content);
}

/** Opens the last version of every bid that stands, all in the transaction of the opening. Withdrawn bids are never opened, nor stale ones. */
export async function openBids(tx: Writer, requestId: string): Promise<void> {
  const key = await readRequestOpener(tx, requestId);
  for (const bid of await bidsOfRequest(tx, requestId)) if (bid.state === "submitted") await openOne(tx, bid, key);
}
