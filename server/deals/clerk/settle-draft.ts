import { insertClerkEntries } from "@/db/repositories/clerk-entries";
import type { StoredDraft } from "@/db/repositories/deal-drafts";
import { type DraftSuggestions, type Review, settle } from "@/domain/deals/clerk/draft/suggestions";
import { type Section, sectionOf } from "@/domain/requests/posting/posting-issue";
import type { FormValues } from "@/domain/shared/form-state";
import type { CommandContext } from "../../platform/command";

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
