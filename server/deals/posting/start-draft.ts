import { countDrafts, findDraft, insertDraft } from "@/db/repositories/deal-drafts";
import type { DraftSuggestions } from "@/domain/deals/clerk/draft/suggestions";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { valueOf, type FormValues } from "@/domain/shared/form-state";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { z } from "zod";
import { assert } from "@/domain/shared/assert";
import type { CommandContext } from "../../platform/command";

const TITLE_MAX = 120;

/** The page mints a draft's id, so that what is sent twice makes one. */
export const draftIdField = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);

export const titleOf = (fields: FormValues): string => valueOf(fields, "title").trim().slice(0, TITLE_MAX);

type NewDraft = {
  readonly draftId: string;
  readonly fields: FormValues;
  /** What the clerk filled in; null for a draft that a person fills. */
  readonly suggested?: DraftSuggestions | null;
};

/** A new draft of the actor's organisation, under an id that nobody has yet; a draft that is there stays as it is. */
export async function startDraft(
  { tx, actor, now }: CommandContext,
  { draftId, fields, suggested = null }: NewDraft,
): Promise<Result<{ id: string }, Refusal<"not_found" | "too_many_drafts">>> {
  const { organisationId, userId } = actor;
  assert(organisationId && userId, "a draft is begun by a person for an organisation");
  const known = await findDraft(tx, draftId);
  if (known) return known.organisationId === organisationId ? accept({ id: draftId }) : refuse("not_found");
  if ((await countDrafts(tx, organisationId)) >= DRAFTS_MAX) return refuse("too_many_drafts", { maximum: DRAFTS_MAX });
  await insertDraft(tx, {
    id: draftId,
    organisationId,
    createdByUserId: userId,
    title: titleOf(fields),
    fields,
    suggested,
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
  return accept({ id: draftId });
}
