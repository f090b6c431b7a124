import type { Reader } from "../../../db/database";
import type { StoredBidDraft } from "../../../db/repositories/bid-drafts";
import { findOrganisationKey } from "../../../db/repositories/request-keys";
import type { BidDraft } from "../../../domain/bidding/draft/bid-draft";
import { assert } from "../../../domain/shared/assert";
import { organisationKey } from "../keys";
import { openDraft } from "./seal-draft";

/** What a draft says. Whether it is its own organisation that asks, the caller has decided. */
export async function readOwnDraft(db: Reader, draft: StoredBidDraft): Promise<BidDraft> {
  const wrapped = await findOrganisationKey(db, draft.providerOrganisationId);
  assert(wrapped, "who has saved a draft has its key");
  return openDraft(draft, draft, organisationKey(wrapped, draft.providerOrganisationId));
}
