import { deleteVisitorDraft, type VisitorDraft } from "@/db/repositories/visitor-drafts";
import { countDrafts, insertClerkEntries, insertDraft, type StoredDraft } from "@/db/repositories/deal-drafts";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { PostingContext } from "../write-deal";
import { entriesOfReading, entryOfSettled } from "../deal-draft";

type Owner = { readonly organisationId: string; readonly userId: string };

/** A draft behind a link becomes the organisation's own, with the clerk's log of it; the link opens nothing from then on. */
export async function takeOver(
  { tx, now, newId }: Pick<PostingContext, "tx" | "now" | "newId">,
  draft: VisitorDraft,
  { organisationId, userId }: Owner,
): Promise<Result<StoredDraft, Refusal<"too_many_drafts">>> {
  if ((await countDrafts(tx, organisationId)) >= DRAFTS_MAX) return refuse("too_many_drafts", { maximum: DRAFTS_MAX });
  const { id, title, fields, suggested, createdAt } = draft;
  const taken = { id, organisationId, createdByUserId: userId, title, fields, suggested, createdAt };
  const kept: StoredDraft = { ...taken, updatedAt: now, version: 1 };
  await insertDraft(tx, kept);
  const entries = [...(suggested ? entriesOfReading(suggested) : []), ...draft.settled.map(entryOfSettled)];
  await insertClerkEntries(
    tx,
    entries.map((entry) => ({ ...entry, id: newId(), at: now, organisationId, draftId: id, byUserId: userId })),
  );
  await deleteVisitorDraft(tx, id);
  return accept(kept);
}
