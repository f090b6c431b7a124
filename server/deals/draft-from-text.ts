import type { Reader } from "@/db/database";
import { draftFrom, type DraftSuggestions, type HeadingCandidate } from "@/domain/deals/clerk/suggestions";
import { lineCount, lineField } from "@/domain/deals/posting/posting-fields";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { offersOf } from "../tariff/queries";
import { z } from "zod";
import { findDraft, insertClerkEntries } from "@/db/repositories/deal-drafts";
import { may } from "@/domain/access/policy";
import { timeZoneSchema } from "@/domain/accounts/person";
import { type Knowledge, TEXT_MAX } from "@/domain/deals/clerk/reading";
import { readText } from "@/domain/deals/clerk/read-text";
import { newPosting } from "@/domain/deals/posting/new-posting";
import { dayOf } from "@/domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { configuredModel } from "./clerk-model";
import { type PrepareContext, command } from "../platform/command";
import { draftIdField, entryOfSuggestion, startDraft, lockDrafts } from "./deal-draft";
import { readClerkKnowledge } from "@/db/reference/read-clerk-knowledge";
import { readNetwork } from "@/db/repositories/places";

// A search reads the whole tariff; a list of fifty kinds of goods is looked up by the person who declares them.
const LINES_MAX = 10;
const SHOWN = 3;

/** Where the tariff's search leads from the goods of each line without a code: pointers with their reason, never a classification. */
export async function pointHeadings(read: Reader, fields: FormValues): Promise<HeadingCandidate[]> {
  const open = Array.from({ length: lineCount(fields) }, (_, line) => line)
    .map((line) => ({ line, name: valueOf(fields, lineField(line, "description")) }))
    .filter(({ line, name }) => name !== "" && valueOf(fields, lineField(line, "hsCode")) === "");
  const found: HeadingCandidate[] = [];
  for (const { line, name } of open.slice(0, LINES_MAX))
    for (const { code, matches } of (await offersOf(read, name)).slice(0, SHOWN))
      found.push({ line, code, words: [...new Set(matches.flatMap(({ words }) => words))], matches });
  return found;
}

// One per process, whichever route bundle asks first.
const holder = globalThis as unknown as { kouanClerkKnowledge?: Promise<Knowledge> };

const build = async (db: Reader): Promise<Knowledge> => readClerkKnowledge(await readNetwork(db));

/** What the clerk knows, read once per process: names and headings change with a release, not with a request. */
export async function clerkKnowledge(db: Reader): Promise<Knowledge> {
  holder.kouanClerkKnowledge ??= build(db);
  try {
    return await holder.kouanClerkKnowledge;
  } catch (error) {
    delete holder.kouanClerkKnowledge;
    throw error;
  }
}

/** A text that the clerk reads. */
export const clerkText = z
  .string()
  .max(TEXT_MAX, "too_long")
  .regex(/^[^\0]*$/u, "control_characters")
  .refine((text) => text.trim() !== "", "required");

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
