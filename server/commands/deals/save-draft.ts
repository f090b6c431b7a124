import { z } from "zod";
import { countDrafts, findDraft, insertDraft, saveDraftFields } from "../../../db/repositories/deal-drafts";
import { may } from "../../../domain/access/policy";
import { DRAFTS_MAX, draftFieldsSchema } from "../../../domain/deals/posting/draft-fields";
import { CARGO_LINES_MAX } from "../../../domain/deals/deal-schema";
import { SECTIONS } from "../../../domain/deals/posting/posting-issue";
import { lineCount } from "../../../domain/deals/posting/posting-fields";
import { valueOf } from "../../../domain/shared/form-state";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { settleDraft } from "../../clerk/settle-draft";
import { command } from "../../platform/command";

const TITLE_MAX = 120;

const input = z.strictObject({
  // The page mints it, so that saving twice makes one draft.
  draftId: z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/),
  fields: draftFieldsSchema,
  /** What was done with the clerk's suggestions; a changed field is corrected in any case. */
  review: z
    .strictObject({
      removedLine: z.int().min(0).max(CARGO_LINES_MAX).optional(),
      confirms: z.array(z.string().max(120)).max(10).optional(),
      section: z.enum(SECTIONS).optional(),
    })
    .optional(),
});

/** Keeps a posting as it is typed, right or wrong, until it is published or thrown away. The last save wins. */
export const saveDraft = command({
  name: "deals.save-draft",
  action: "draft.change",
  input,
  async run(
    context,
    { draftId, fields, review = {} },
  ): Promise<
    Result<{ id: string; savedAt: number; lines: number; version: number }, Refusal<"not_found" | "too_many_drafts">>
  > {
    const { tx, actor, now, concerns } = context;
    const { organisationId, userId } = actor;
    if (!organisationId || !userId || !may(actor, "draft.change", { organisationIds: [organisationId] }))
      return refuse("not_found");
    const title = valueOf(fields, "title").trim().slice(0, TITLE_MAX);
    const known = await findDraft(tx, draftId);
    if (known && known.organisationId !== organisationId) return refuse("not_found");
    if (known) {
      const suggested = await settleDraft(context, known, fields, review);
      await saveDraftFields(tx, draftId, { title, fields, suggested, updatedAt: now });
    } else {
      if ((await countDrafts(tx, organisationId)) >= DRAFTS_MAX)
        return refuse("too_many_drafts", { maximum: DRAFTS_MAX });
      await insertDraft(tx, {
        id: draftId,
        organisationId,
        createdByUserId: userId,
        title,
        fields,
        suggested: null,
        createdAt: now,
        updatedAt: now,
        version: 1,
      });
    }
    concerns(draftId);
    return accept({ id: draftId, savedAt: now, lines: lineCount(fields), version: (known?.version ?? 0) + 1 });
  },
});
