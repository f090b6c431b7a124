import {
  type ClerkEntry,
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
import {
  type DraftSuggestions,
  foundBy,
  type Review,
  type Settled,
  settle,
  type Suggestion,
} from "@/domain/deals/clerk/suggestions";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { z } from "zod";
import type { CommandContext } from "../platform/command";
import { type Section, SECTIONS, sectionOf } from "@/domain/requests/posting-issue";
import { CARGO_LINES_MAX } from "@/domain/deals/deal-choices";

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

/** What a person did with the form that is being saved; a section stands for all suggested fields in it, `isAllRight` for those of the whole form. */
export type DraftReview = Review & {
  readonly section?: Section | undefined;
  readonly isAllRight?: boolean | undefined;
};

/** The same, as a page sends it. A changed field is corrected in any case. */
export const draftReviewField = z
  .strictObject({
    removedLine: z.int().min(0).max(CARGO_LINES_MAX).optional(),
    confirms: z.array(z.string().max(120)).max(10).optional(),
    section: z.enum(SECTIONS).optional(),
    isAllRight: z.boolean().optional(),
  })
  .optional();

/** Settles a draft's suggestions against the fields that replace its own, and writes down what became of each. */
export async function settleDraft(
  { tx, actor, now, newId }: CommandContext,
  draft: StoredDraft,
  fields: FormValues,
  review: DraftReview,
): Promise<DraftSuggestions | null> {
  if (draft.suggested === null) return null;
  const { left, settled } = settleReviewed(draft.suggested, fields, review);
  const { organisationId, id: draftId } = draft;
  await insertClerkEntries(
    tx,
    settled.map((one) => ({
      ...entryOfSettled(one),
      ...{ id: newId(), at: now, organisationId, draftId, byUserId: actor.userId as string },
    })),
  );
  return left;
}

/** Settles suggestions against the fields that replace a draft's own, and those of the whole form or of a section where they were confirmed together. */
export function settleReviewed(suggested: DraftSuggestions, fields: FormValues, review: DraftReview) {
  const { section, isAllRight = false, confirms = [] } = review;
  const together = Object.keys(suggested.suggestions).filter((field) => isAllRight || sectionOf(field) === section);
  return settle(suggested, fields, { ...review, confirms: [...confirms, ...together] });
}

/** What the clerk's log says of a suggestion, but for whose it is. */
type EntryWords = Pick<ClerkEntry, "field" | "foundBy" | "suggestedValue" | "outcome" | "takenValue">;

/** A suggestion as it was made. */
export const entryOfSuggestion = (field: string, suggestion: Suggestion): EntryWords => ({
  field,
  foundBy: foundBy(suggestion),
  suggestedValue: typeof suggestion.value === "string" ? suggestion.value : suggestion.value.join(" "),
  outcome: "suggested",
  takenValue: null,
});

/** What became of a suggestion. */
export const entryOfSettled = ({ field, by, suggested, outcome, taken }: Settled): EntryWords => ({
  field,
  foundBy: by,
  suggestedValue: suggested,
  outcome,
  takenValue: taken,
});
