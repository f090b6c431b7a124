import { z } from "zod";
import { saveTranslation, translationsOf } from "@/db/repositories/translations";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { isForeign, WRITTEN_KINDS } from "@/domain/translations/written-text";
import { command, NO_ROW_DECIDES, type PrepareContext } from "../platform/command";
import { textHash, writtenText } from "./queries";
import { configuredTranslator, type Translated } from "./translator";

const ID_MAX = 64;
const PART_MAX = 80;

/** It names which text is meant; what is sent to the model is loaded for the reader and never comes from the page. */
const input = z.strictObject({
  kind: z.enum(WRITTEN_KINDS),
  id: z.string().min(1).max(ID_MAX),
  part: z.string().max(PART_MAX).default(""),
  language: z.enum(LOCALES),
});

type NoTranslation = Refusal<"not_found" | "translation_late" | "translation_failed" | "translation_unreliable">;

const REFUSED: Readonly<Record<Exclude<Translated["kind"], "taken">, NoTranslation["code"]>> = {
  late: "translation_late",
  failed: "translation_failed",
  resting: "translation_failed",
  unreadable: "translation_failed",
  unreliable: "translation_unreliable",
};

type Made = {
  readonly textHash: string;
  readonly language: Locale;
  readonly model: string;
  readonly translation: string;
};

/** Loads the text as its reader may know it, and asks the model where no translation of it is kept. */
async function translated(
  { read, actor, now }: PrepareContext,
  { language, ...at }: z.output<typeof input>,
): Promise<Result<Made, NoTranslation>> {
  const by = configuredTranslator();
  const text = by && (await writtenText({ read, viewer: actor, now }, at));
  if (by === null || text === null || !isForeign(text, language)) return refuse("not_found");
  const known = { textHash: textHash(text), language, model: by.model };
  const [kept] = await translationsOf(read, { textHashes: [known.textHash], language, model: by.model });
  if (kept) return accept({ ...known, translation: kept.translation });
  const answer = await by.translate(text, language);
  return answer.kind === "taken" ? accept({ ...known, translation: answer.translation }) : refuse(REFUSED[answer.kind]);
}

/**
 * Translates what a member wrote into the reader's language and keeps it, so that the same text costs once. The text stays as it is. Only what the reader may read is
 * sent; visitors have nothing translated, and the clerk's limit holds for all others.
 */
export const translateText = command({
  name: "translations.translate-text",
  action: "text.translate",
  limit: "model",
  input,
  lock: NO_ROW_DECIDES,
  prepare: translated,
  async run({ tx, now, concerns }, { id }, made): Promise<Result<{ language: Locale }, NoTranslation>> {
    if (!made.ok) return made;
    await saveTranslation(tx, { ...made.value, madeAt: now });
    concerns(id);
    return accept({ language: made.value.language });
  },
});
