import {
  type StoredDraft,
  countDrafts,
  findDraft,
  insertClerkEntries,
  insertDraft,
  lockDraft,
} from "@/db/repositories/deal-drafts";
import type { Writer } from "@/db/database";
import { lockNames } from "@/db/repositories/platform";
import type { Actor } from "@/domain/access/policy";
import { type DraftSuggestions, type Review, settle } from "@/domain/deals/clerk/suggestions";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { z } from "zod";
import type { CommandContext } from "../platform/command";
import { type Section, sectionOf } from "@/domain/requests/posting-issue";

const TITLE_MAX = 120;

/** The page mints a draft's id, so that what is sent twice makes one. */
export const draftIdField = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);

export const titleOf = (fields: FormValues): string => valueOf(fields, "title").trim().slice(0, TITLE_MAX);

/** The lock of what is done with a draft: the draft itself, of which a deal may be made meanwhile, and then all of its organisation, which are counted. */
export async function lockDrafts(
  tx: Writer,
  { draftId }: { readonly draftId: string },
  { organisationId }: Pick<Actor, "organisationId">,
): Promise<void> {
  await lockDraft(tx, draftId);
  await lockNames(tx, [`drafts of ${organisationId}`]);
}

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

/** What a person did with the form that is being saved; a section stands for all suggested fields in it. */
export type DraftReview = Review & { readonly section?: Section | undefined };

/** Settles a draft's suggestions against the fields that replace its own, and writes down what became of each. */
export async function settleDraft(
  { tx, actor, now, newId }: CommandContext,
  draft: StoredDraft,
  fields: FormValues,
  review: DraftReview,
): Promise<DraftSuggestions | null> {
  if (draft.suggested === null) return null;
  const ofSection = Object.keys(draft.suggested.suggestions).filter((field) => sectionOf(field) === review.section);
  const confirms = [...(review.confirms ?? []), ...ofSection];
  const { left, settled } = settle(draft.suggested, fields, { ...review, confirms });
  await insertClerkEntries(
    tx,
    settled.map(({ field, by, suggested, outcome, taken }) => ({
      id: newId(),
      at: now,
      organisationId: draft.organisationId,
      draftId: draft.id,
      field,
      foundBy: by,
      suggestedValue: suggested,
      outcome,
      takenValue: taken,
      byUserId: actor.userId as string,
    })),
  );
  return left;
}
