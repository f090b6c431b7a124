import { z } from "zod";
import { insertClerkEntries } from "../../../db/repositories/clerk-entries";
import { findDraft } from "../../../db/repositories/deal-drafts";
import { may } from "../../../domain/access/policy";
import { timeZoneSchema } from "../../../domain/accounts/person";
import { draftFrom } from "../../../domain/clerk/draft/draft-from";
import { TEXT_MAX } from "../../../domain/clerk/reading";
import { readText } from "../../../domain/clerk/read-text";
import { newPosting } from "../../../domain/deals/posting/begin/new-posting";
import { dayOf } from "../../../domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { clerkKnowledge } from "../../clerk/clerk-knowledge";
import { command } from "../../platform/command";
import { draftIdField, startDraft } from "../../posting/start-draft";

const input = z.strictObject({
  // The page mints it, so that a text sent twice makes one draft.
  draftId: draftIdField,
  text: z
    .string()
    .max(TEXT_MAX, "too_long")
    .regex(/^[^\0]*$/u, "control_characters")
    .refine((text) => text.trim() !== "", "required"),
  /** The reader's zone: "tomorrow" is a day after the day that it is there. */
  zone: timeZoneSchema,
});

type FromTextRefusal = Refusal<"not_found" | "too_many_drafts" | "nothing_read">;

/**
 * Makes a draft of a pasted text, by rules alone. Every field that it fills is marked as suggested and written down; nothing is published,
 * sent or shown to anybody else, whatever the text says.
 */
export const draftFromText = command({
  name: "clerk.draft-from-text",
  action: "draft.change",
  input,
  async run(context, { draftId, text, zone }): Promise<Result<{ id: string; suggested: number }, FromTextRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const { organisationId, userId } = actor;
    if (!organisationId || !userId || !may(actor, "draft.change", { organisationIds: [organisationId] }))
      return refuse("not_found");
    const known = await findDraft(tx, draftId);
    // Sent twice it is one draft; a draft that somebody types is not written over.
    if (known && (known.organisationId !== organisationId || known.suggested === null)) return refuse("not_found");
    if (known) return accept({ id: draftId, suggested: Object.keys(known.suggested?.suggestions ?? {}).length });
    const reading = readText(text, await clerkKnowledge(tx), dayOf(now, zone));
    const { fields, ...suggested } = draftFrom(reading, text);
    const suggestions = Object.entries(suggested.suggestions);
    if (suggestions.length === 0) return refuse("nothing_read");
    const started = await startDraft(context, { draftId, fields: { ...newPosting(zone), ...fields }, suggested });
    if (!started.ok) return started;
    await insertClerkEntries(
      tx,
      suggestions.map(([field, { value }]) => ({
        id: newId(),
        at: now,
        organisationId,
        draftId,
        field,
        suggestedValue: typeof value === "string" ? value : value.join(" "),
        outcome: "suggested" as const,
        takenValue: null,
        byUserId: userId,
      })),
    );
    concerns(draftId);
    return accept({ id: draftId, suggested: suggestions.length });
  },
});
