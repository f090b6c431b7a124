import { deleteBidDraft, listOldBidDrafts } from "../../db/repositories/bid-drafts";
import { deleteFiles } from "../../db/repositories/files";
import { BID_DRAFT_KEPT_DAYS } from "../../domain/bidding/draft/bid-draft";
import { DAY_MS, later } from "../../domain/shared/instant";
import { filesOfDraft } from "../bidding/bid-files";
import type { Platform } from "../platform/platform";

const BATCH = 500;

/** Forgets drafts of bids whose request closed long ago, with the files that no sent version names. */
export async function sweepBidDrafts(on: Platform): Promise<void> {
  const closedBefore = later(on.clock(), -BID_DRAFT_KEPT_DAYS * DAY_MS);
  for (const draft of await listOldBidDrafts(on.database.read, closedBefore, BATCH)) {
    const of = { requestId: draft.requestId, organisationId: draft.providerOrganisationId };
    await on.database.write(async (tx) => {
      await deleteFiles(tx, await filesOfDraft(tx, of));
      await deleteBidDraft(tx, draft.id);
    });
  }
}
