import { z } from "zod";
import type { Writer } from "../../db/database";
import { deleteBidDraft, findBidDraft, markOf } from "../../db/repositories/bid-drafts";
import { type DraftSeen, isWhatWasSent } from "../../domain/bidding/draft/bid-draft";
import { readOwnDraft } from "../sealing/draft/read-own-draft";

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
  if (isWhatWasSent({ mark: markOf(kept), window }, sent)) await deleteBidDraft(tx, kept.id);
}
