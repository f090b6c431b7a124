import { draftFrom, type DraftSuggestions } from "@/domain/deals/clerk/suggestions";
import type { FormValues } from "@/domain/shared/form-state";
import { z } from "zod";
import { findDraft, insertClerkEntries } from "@/db/repositories/deal-drafts";
import { may } from "@/domain/access/policy";
import { timeZoneSchema } from "@/domain/accounts/person";
import { readText } from "@/domain/deals/clerk/read-text";
import { newPosting } from "@/domain/deals/posting/new-posting";
import { dayOf } from "@/domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { configuredModel } from "./clerk-model";
import { clerkKnowledge, clerkText, pointHeadings } from "./clerk-reading";
import { type PrepareContext, command } from "../platform/command";
import { draftIdField, entryOfSuggestion, startDraft, lockDrafts } from "./deal-draft";

const input = z.strictObject({
  // The page mints it, so that a text sent twice makes one draft.
  draftId: draftIdField,
  text: clerkText,
  /** The reader's zone: "tomorrow" is a day after the day that it is there. */
  zone: timeZoneSchema,
});

type Input = z.output<typeof input>;

/** What became of the text: the fields that it fills, each suggested, beside the empty ones of a new posting. */
type Read = { readonly fields: FormValues; readonly suggested: DraftSuggestions };

/**
 * Reads the text before the transaction: a model is asked over the network, where one is set up. Null for a draft that is there already,
 * since a text that is sent twice is read once.
 */
async function readInto({ read, actor, now }: PrepareContext, { draftId, text, zone }: Input): Promise<Read | null> {
  if (!actor.organisationId || (await findDraft(read, draftId))) return null;
  const answer = await configuredModel()?.point(text, { organisationId: actor.organisationId });
  const reading = readText(text, await clerkKnowledge(read), dayOf(now, zone), answer?.proposal);
  const { fields, ...draft } = draftFrom(reading, text);
  const headings = await pointHeadings(read, fields);
  return {
    fields: { ...newPosting(zone), ...fields },
    suggested: { ...draft, headings, ...(answer ? { model: answer.part } : {}) },
  };
}

type FromTextRefusal = Refusal<"not_found" | "too_many_drafts" | "nothing_read">;

/**
 * Makes a draft of a pasted text, by rules, and by what a model points at where one is set up. Every field that it fills is marked as suggested
 * and written down; nothing is published, sent or shown to anybody else, whatever the text or the model says.
 */
export const draftFromText = command({
  name: "clerk.draft-from-text",
  action: "draft.change",
  input,
  lock: lockDrafts,
  prepare: readInto,
  async run(context, { draftId }, made): Promise<Result<{ id: string; suggested: number }, FromTextRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const { organisationId, userId } = actor;
    if (!organisationId || !userId || !may(actor, "draft.change", { organisationIds: [organisationId] }))
      return refuse("not_found");
    const known = await findDraft(tx, draftId);
    // Sent twice it is one draft; a draft that somebody types is not written over.
    if (known && (known.organisationId !== organisationId || known.suggested === null)) return refuse("not_found");
    if (known) return accept({ id: draftId, suggested: Object.keys(known.suggested?.suggestions ?? {}).length });
    // It was there when the text came and has been thrown away since.
    if (made === null) return refuse("not_found");
    const suggestions = Object.entries(made.suggested.suggestions);
    if (suggestions.length === 0) return refuse("nothing_read");
    const started = await startDraft(context, { draftId, ...made });
    if (!started.ok) return started;
    await insertClerkEntries(
      tx,
      suggestions.map(([field, suggestion]) => ({
        ...entryOfSuggestion(field, suggestion),
        ...{ id: newId(), at: now, organisationId, draftId, byUserId: userId },
      })),
    );
    concerns(draftId);
    return accept({ id: draftId, suggested: suggestions.length });
  },
});
