import { z } from "zod";
import { findDraft, saveDraftFields } from "../../../db/repositories/deal-drafts";
import { may } from "../../../domain/access/policy";
import { draftFieldsSchema } from "../../../domain/deals/posting/draft-fields";
import { lineCount } from "../../../domain/deals/posting/posting-fields";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { draftIdField, startDraft, titleOf } from "../../posting/start-draft";

type SavedDraft = { readonly id: string; readonly savedAt: number; readonly lines: number; readonly version: number };

/** Keeps a posting as it is typed, right or wrong, until it is published or thrown away. The last save wins. */
export const saveDraft = command({
  name: "deals.save-draft",
  action: "draft.change",
  input: z.strictObject({ draftId: draftIdField, fields: draftFieldsSchema }),
  async run(context, { draftId, fields }): Promise<Result<SavedDraft, Refusal<"not_found" | "too_many_drafts">>> {
    const { tx, actor, now, concerns } = context;
    const known = await findDraft(tx, draftId);
    const organisationIds = [known?.organisationId ?? actor.organisationId ?? ""];
    if (!actor.userId || !may(actor, "draft.change", { organisationIds })) return refuse("not_found");
    if (known) await saveDraftFields(tx, draftId, { title: titleOf(fields), fields, updatedAt: now });
    else {
      const started = await startDraft(context, { draftId, fields });
      if (!started.ok) return started;
    }
    concerns(draftId);
    return accept({ id: draftId, savedAt: now, lines: lineCount(fields), version: (known?.version ?? 0) + 1 });
  },
});
