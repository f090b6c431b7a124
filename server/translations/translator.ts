import type { Locale } from "@/domain/shared/locale";
import { assert } from "@/domain/shared/result";
import { type JudgedTranslation, judgeTranslation, translationPrompt } from "@/domain/translations/translation";
import { log } from "@/server/platform/process/log";
import { askChat, type ModelSettings, modelSettings } from "../deals/clerk-chat";
import { circuit } from "../deals/clerk-model";

/** A translation that may be shown, or why there is none. */
export type Translated = JudgedTranslation | { readonly kind: "late" | "failed" | "resting" };

export type Translator = {
  /** Who answers, as people are told before they send a text there. */
  readonly host: string;
  /** The model's name, beside which its answers are kept. */
  readonly model: string;
  translate(text: string, into: Locale): Promise<Translated>;
};

/** Translates by the clerk's endpoint. It is sent the text and the language alone, and the log hears no word of the text. */
export function translator(settings: ModelSettings, by = circuit()): Translator {
  return {
    host: new URL(settings.url).host,
    model: settings.model,
    async translate(text, into) {
      if (!by.admits()) return { kind: "resting" };
      const begun = performance.now();
      const answer = await askChat(settings, translationPrompt(text, into));
      const judged = answer.kind === "answered" ? judgeTranslation(text, answer.json, into) : answer;
      // What answers in the agreed form is well, whatever it says.
      by.settle(judged.kind === "taken" || judged.kind === "unreliable");
      const about = { part: judged.kind, ms: Math.round(performance.now() - begun), letters: text.length, into };
      if (judged.kind === "taken") log.info(about, "a text was translated");
      else log.warn({ ...about, status: "status" in answer ? answer.status : null }, "a text was not translated");
      return { ...judged };
    },
  };
}

// One per process, whichever route bundle asks first: the circuit is of the process.
const holder = globalThis as unknown as { kouanTranslator?: Translator | null };

/** The translator of this installation; null where no endpoint is set. */
export function configuredTranslator(): Translator | null {
  if (holder.kouanTranslator === undefined) {
    const settings = modelSettings();
    holder.kouanTranslator = settings && translator(settings);
  }
  return holder.kouanTranslator;
}

/** Puts a test's translator in place of the configured one. */
export function useTranslator(of: Translator | null): void {
  assert(process.env.KOUAN_ENV === "test", "only a test swaps the translator");
  holder.kouanTranslator = of;
}
