import { draftFrom, type DraftSuggestions } from "@/domain/deals/clerk/suggestions";
import type { FormValues } from "@/domain/shared/form-state";
import { z } from "zod";
import { findDraft, insertClerkEntries } from "@/db/repositories/deal-drafts";
import { may } from "@/domain/access/policy";
import { timeZoneSchema } from "@/domain/accounts/person";
import { readText } from "@/domain/deals/clerk/read-text";
import { firstDraft } from "@/domain/deals/posting/first-draft";
import { dayOf } from "@/domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { configuredModel } from "./clerk-model";
import { clerkKnowledge, clerkText, pointHeadings } from "./clerk-reading";
import { type PrepareContext, command } from "../platform/command";
import { draftIdField, entriesOfReading, startDraft, lockDrafts } from "./deal-draft";

const input = z.strictObject({
  // The page mints it, so that a text sent twice makes one draft.
  draftId: draftIdField,
  text: clerkText,
  /** The reader's zone: "tomorrow" is a day after the day that it is there. */
  zone: timeZoneSchema,
});

type Input = z.output<typeof input>;

/** What became of the text: the fields that it fills, beside what most ask for, and what it only suggests. */
type Read = { readonly fields: FormValues; readonly suggested: DraftSuggestions };

/**
 * Reads the text before the transaction: a model is asked over the network, where one is set up. Null for a draft that is there already,
 * since a text that is sent twice is read once.
 */
async function readInto({ read, actor, now }: PrepareContext, { draftId, text, zone }: Input): Promise<Read | null> {
  if (!actor.organisationId || (await findDraft(read, draftId))) return null;
  const answer = await configuredModel()?.point(text, { organisationId: actor.organisationId });
  const reading = readText(text, await clerkKnowledge(read), dayOf(now, zone), answer?.proposal);
  const draft = draftFrom(reading, text);
  const headings = await pointHeadings(read, draft.read);
  return {
    fields: firstDraft(draft.fields, { zone, now }),
    suggested: { ...draft.suggested, headings, ...(answer ? { model: answer.part } : {}) },
  };
}

type FromTextRefusal = Refusal<"not_found" | "too_many_drafts" | "nothing_read">;

/**
 * Makes a draft of a pasted text, by rules, and by what a model points at where one is set up. What is sure fills its field, what is not stands
 * beside it, and both are written down; nothing is published, sent or shown to anybody else, whatever the text or the model says.
 */
export const draftFromText = command({
  name: "clerk.draft-from-text",
  action: "draft.change",
  input,
  lock: lockDrafts,
  prepare: readInto,
  async run(context, { draftId }, made): Promise<Result<{ id: string }, FromTextRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const { organisationId, userId } = actor;
    if (!organisationId || !userId || !may(actor, "draft.change", { organisationIds: [organisationId] }))
      return refuse("not_found");
    const known = await findDraft(tx, draftId);
    // Sent twice it is one draft; a draft that somebody types is not written over.
    if (known && (known.organisationId !== organisationId || known.suggested === null)) return refuse("not_found");
    if (known) return accept({ id: draftId });
    // It was there when the text came and has been thrown away since.
    if (made === null) return refuse("not_found");
    const entries = entriesOfReading(made.suggested);
    if (entries.length === 0) return refuse("nothing_read");
    const started = await startDraft(context, { draftId, ...made });
    if (!started.ok) return started;
    await insertClerkEntries(
      tx,
      entries.map((entry) => ({
        ...entry,
        ...{ id: newId(), at: now, organisationId, draftId, byUserId: userId },
      })),
    );
    concerns(draftId);
    return accept({ id: draftId });
  },
});
