import type { Reader } from "../../../db/database";
import type { versionsOf } from "../../../db/repositories/bidding";
import type { BidContent } from "../../../domain/bidding/bid";
import { receiptOf } from "../envelope";
import { inOneOrder } from "../../../domain/requests/proof/in-one-order";
import { readOwnVersion } from "../read-own-version";
import { formerReceiptOfOpenBid, receiptOfOpenBid } from "../seal-bid";

type Version = Awaited<ReturnType<typeof versionsOf>>[number];

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
