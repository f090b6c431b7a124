import type { Reader } from "../../db/database";
import type { versionsOf } from "../../db/repositories/bidding";
import { findOrganisationKey } from "../../db/repositories/request-keys";
import type { BidContent } from "../../domain/bidding/bid";
import { assert } from "../../domain/shared/assert";
import { organisationKey } from "./keys";
import { openBid } from "./seal-bid";

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
