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
  suggestedText,
} from "@/domain/deals/clerk/suggestions";
import { DRAFTS_MAX } from "@/domain/deals/posting/draft-fields";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { z } from "zod";
import type { CommandContext } from "../platform/command";
import { withUsualCarriage } from "@/domain/deals/posting/first-draft";
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

/** What a person did with the form's suggestions, as a page sends it. What is taken is what the draft keeps, not what a page says. */
export const draftReviewField = z
  .strictObject({
    removedLine: z.int().min(0).max(CARGO_LINES_MAX).optional(),
    takes: z.array(z.string().max(120)).max(10).optional(),
    isAllRight: z.boolean().optional(),
  })
  .optional();

type Reviewed = {
  readonly fields: FormValues;
  readonly suggested: DraftSuggestions | null;
  readonly settled: readonly Settled[];
};

/** Settles a draft's suggestions against the fields that replace its own. What was taken brings the usual fields that follow from it, as it would have at first. */
export function settleReviewed(suggested: DraftSuggestions | null, typed: FormValues, review: Review): Reviewed {
  if (suggested === null) return { fields: typed, suggested, settled: [] };
  const { fields, left, settled } = settle(suggested, typed, review);
  const isTaking = review.isAllRight || (review.takes ?? []).length > 0;
  return { fields: isTaking ? withUsualCarriage(fields, left.suggestions) : fields, suggested: left, settled };
}

/** The same for an organisation's draft, with what became of each suggestion written down. */
export async function settleDraft(
  { tx, actor, now, newId }: CommandContext,
  draft: StoredDraft,
  typed: FormValues,
  review: Review,
): Promise<Pick<Reviewed, "fields" | "suggested">> {
  const { fields, suggested, settled } = settleReviewed(draft.suggested, typed, review);
  const { organisationId, id: draftId } = draft;
  await insertClerkEntries(
    tx,
    settled.map((one) => ({
      ...entryOfSettled(one),
      ...{ id: newId(), at: now, organisationId, draftId, byUserId: actor.userId as string },
    })),
  );
  return { fields, suggested };
}

/** What the clerk's log says of a suggestion, but for whose it is. */
type EntryWords = Pick<ClerkEntry, "field" | "foundBy" | "suggestedValue" | "outcome" | "takenValue">;

const entryOf = (outcome: "filled" | "suggested", [field, suggestion]: readonly [string, Suggestion]): EntryWords => ({
  field,
  foundBy: foundBy(suggestion),
  suggestedValue: suggestedText(suggestion),
  outcome,
  takenValue: null,
});

/** What the clerk filled in by itself, and what it only suggests. */
export const entriesOfReading = ({
  filled,
  suggestions,
}: Pick<DraftSuggestions, "filled" | "suggestions">): EntryWords[] => [
  ...Object.entries(filled).map((one) => entryOf("filled", one)),
  ...Object.entries(suggestions).map((one) => entryOf("suggested", one)),
];

/** What became of a suggestion. */
export const entryOfSettled = ({ field, by, suggested, outcome, taken }: Settled): EntryWords => ({
  field,
  foundBy: by,
  suggestedValue: suggested,
  outcome,
  takenValue: taken,
});
