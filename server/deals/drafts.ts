import { z } from "zod";
import { deleteDraft, findDraft, saveDraftFields } from "../../db/repositories/deal-drafts";
import { may } from "../../domain/access/policy";
import { draftFieldsSchema } from "../../domain/deals/posting/draft-fields";
import { lineCount } from "../../domain/deals/posting/cargo-lines";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { draftIdField, draftReviewField, settleDraft, startDraft, titleOf, lockDrafts } from "./deal-draft";
import { withEnds } from "../hubs/queries/towns";
import { command } from "../platform/command";
import { withEntry } from "./book/queries";

type SavedDraft = { readonly id: string; readonly savedAt: number; readonly lines: number; readonly version: number };

const input = z.strictObject({
  draftId: draftIdField,
  fields: draftFieldsSchema,
  /** What was done with the clerk's suggestions. */
  review: draftReviewField,
  /** An entry of the address book that the buyer chose, and a field that it fills. */
  take: z.strictObject({ field: z.string().max(120), entryId: z.string().min(1).max(64) }).optional(),
});

/** Keeps a posting as it is typed, right or wrong, but for an end of the way that words name, until it is published or thrown away. The last save wins. */
export const saveDraft = command({
  name: "deals.save-draft",
  action: "draft.change",
  input,
  lock: lockDrafts,
  // Words that name one place become it, so that nobody is refused who is faster than the list of offers.
  prepare: ({ read }, { fields }) => withEnds(read, fields),
  async run(
    context,
    { draftId, review = {}, take },
    typed,
  ): Promise<Result<SavedDraft, Refusal<"not_found" | "too_many_drafts">>> {
    const { tx, actor, now, concerns } = context;
    const known = await findDraft(tx, draftId);
    const organisationIds = [known?.organisationId ?? actor.organisationId ?? ""];
    if (!actor.userId || !may(actor, "draft.change", { organisationIds })) return refuse("not_found");
    const fields = take ? await withEntry(tx, actor, { fields: typed, ...take }) : typed;
    if (known) {
      const kept = await settleDraft(context, known, fields, review);
      await saveDraftFields(tx, draftId, { title: titleOf(kept.fields), ...kept, updatedAt: now });
    } else {
      const started = await startDraft(context, { draftId, fields });
      if (!started.ok) return started;
    }
    concerns(draftId);
    return accept({ id: draftId, savedAt: now, lines: lineCount(fields), version: (known?.version ?? 0) + 1 });
  },
});

/** Throws a draft away; nobody but its organisation has ever seen it. */
export const discardDraft = command({
  name: "deals.discard-draft",
  action: "draft.change",
  input: z.strictObject({ draftId: z.string().min(1).max(64) }),
  lock: lockDrafts,
  async run({ tx, actor, concerns }, { draftId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const draft = await findDraft(tx, draftId);
    if (!draft || !may(actor, "draft.change", { organisationIds: [draft.organisationId] })) return refuse("not_found");
    await deleteDraft(tx, draft);
    concerns(draftId);
    return accept({ id: draftId });
  },
});
