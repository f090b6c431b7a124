import type { Reader } from "../../db/database";
import { findVersion, type StoredBid } from "../../db/repositories/bidding";
import type { BidContent } from "../../domain/bidding/bid";
import { assert } from "../../domain/shared/assert";
import { readOwnVersion } from "../sealing/read-own-version";

/** What the standing version of a bid says, opened with its bidder's key. Whether it is asked for that bidder, the caller has decided. */
export async function standingContent(
  db: Reader,
  bid: Pick<StoredBid, "id" | "requestId" | "version" | "providerOrganisationId">,
): Promise<BidContent> {
  const version = await findVersion(db, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  return readOwnVersion(db, version, { requestId: bid.requestId, organisationId: bid.providerOrganisationId });
}
