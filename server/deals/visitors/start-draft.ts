import { withEnds } from "../../hubs/queries/towns";
import { z } from "zod";
import {
  countVisitorDrafts,
  findVisitorDraft,
  insertVisitorDraft,
  lockVisitorDraft,
  saveVisitorFields,
} from "@/db/repositories/visitor-drafts";
import { lockNames } from "@/db/repositories/platform";
import { listedAmong } from "@/db/repositories/shortlists";
import { timeZoneSchema } from "@/domain/accounts/person";
import { readText } from "@/domain/deals/clerk/read-text";
import { draftFrom, type DraftSuggestions } from "@/domain/deals/clerk/suggestions";
import { firstDraft } from "@/domain/deals/posting/first-draft";
import { lineCount } from "@/domain/deals/posting/cargo-lines";
import type { FormValues } from "@/domain/shared/form-state";
import { dayOf, later } from "@/domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { command, type PrepareContext } from "../../platform/command";
import { draftReviewField, settleReviewed, titleOf } from "../deal-draft";
import { clerkKnowledge, clerkText, pointHeadings } from "../clerk-reading";
import { tokenHashField, VISITOR_DRAFT_LIFE_MS, VISITOR_DRAFTS_MAX, visitorFieldsSchema } from "./visitor-draft";

const startInput = z.strictObject({
  text: clerkText,
  /** The reader's zone, in which clock times are typed. */
  zone: timeZoneSchema,
  tokenHash: tokenHashField,
  addressHash: z.string().length(43),
  /** Whose page led here: who is listed is invited, whoever else is left out. */
  invited: z.string().max(64).nullable().default(null),
});

type Read = { readonly fields: FormValues; readonly suggested: DraftSuggestions };

/** What rules read of the text, and what most ask for where it says nothing. No model is asked: whoever has no account has not been told of one. */
async function readFirst(
  { read, now }: PrepareContext,
  { text, zone, invited }: z.output<typeof startInput>,
): Promise<Read | null> {
  const reading = readText(text, await clerkKnowledge(read), dayOf(now, zone));
  const draft = draftFrom(reading, text);
  if (Object.keys(draft.read).length === 0) return null;
  const listed = invited === null ? [] : await listedAmong(read, [invited]);
  return {
    fields: { ...firstDraft(draft.fields, { zone, now }), ...(listed.length > 0 && { invited: listed }) },
    suggested: { ...draft.suggested, headings: await pointHeadings(read, draft.read) },
  };
}

/**
 * Whoever writes what goes from where to where gets a draft behind a link of its own, with an account or without one. It has no organisation; nobody
 * reads it but by its link.
 */
export const startVisitorDraft = command({
  name: "deals.start-visitor-draft",
  action: "account.enter",
  limit: "visitor_draft",
  input: startInput,
  lock: (tx, { addressHash }) => lockNames(tx, [`visitor drafts of ${addressHash}`]),
  prepare: readFirst,
  async run(
    { tx, now, newId, concerns },
    { tokenHash, addressHash },
    made,
  ): Promise<Result<{ id: string }, Refusal<"nothing_read" | "too_many_drafts">>> {
    if (made === null) return refuse("nothing_read");
    if ((await countVisitorDrafts(tx, addressHash)) >= VISITOR_DRAFTS_MAX)
      return refuse("too_many_drafts", { maximum: VISITOR_DRAFTS_MAX });
    const id = newId();
    await insertVisitorDraft(tx, {
      ...{ id, tokenHash, addressHash, title: titleOf(made.fields), ...made, settled: [], version: 1 },
      ...{ createdAt: now, updatedAt: now, expiresAt: later(now, VISITOR_DRAFT_LIFE_MS) },
      ...{ userId: null, organisation: null, handedVersion: null },
    });
    concerns(id);
    return accept({ id });
  },
});

type Saved = { readonly savedAt: number; readonly lines: number; readonly version: number };

/** Keeps what is typed into the draft behind a link, right or wrong. What it was handed in with stands for the version of then alone. */
export const saveVisitorDraft = command({
  name: "deals.save-visitor-draft",
  action: "account.enter",
  limit: "visitor_save",
  input: z.strictObject({ tokenHash: tokenHashField, fields: visitorFieldsSchema, review: draftReviewField }),
  lock: (tx, { tokenHash }) => lockVisitorDraft(tx, tokenHash),
  prepare: ({ read }, { fields }) => withEnds(read, fields),
  async run({ tx, now, concerns }, { tokenHash, review = {} }, fields): Promise<Result<Saved, Refusal<"not_found">>> {
    const draft = await findVisitorDraft(tx, { tokenHash, now });
    if (!draft) return refuse("not_found");
    const { settled, ...kept } = settleReviewed(draft.suggested, fields, review);
    await saveVisitorFields(tx, draft.id, {
      ...{ title: titleOf(kept.fields), ...kept, settled: [...draft.settled, ...settled] },
      ...{ updatedAt: now, expiresAt: later(now, VISITOR_DRAFT_LIFE_MS) },
    });
    concerns(draft.id);
    return accept({ savedAt: now, lines: lineCount(fields), version: draft.version + 1 });
  },
});
