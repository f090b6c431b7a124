import { commandsFound, wordFound } from "@/components/find/word-found";
import type { Actor } from "@/domain/access/policy";
import { commandsFor } from "@/domain/find/commands";
import type { Locale } from "@/domain/shared/locale";
import { findAll } from "@/server/find/find";
import { platform } from "@/server/platform/platform";
import { translator } from "@/server/platform/translate";
import type { WordedFound } from "@/views/find";

const SHOWN = 5;

/** What the search answers one reader, in their words: the page of it and the dialog of the bar show the same. */
export async function findForReader(
  actor: Actor,
  { q, locale }: { readonly q: string; readonly locale: Locale },
): Promise<WordedFound> {
  const { database, clock } = platform();
  const found = await findAll(database.read, actor, { q, shown: SHOWN, now: clock() });
  const commands = commandsFound(commandsFor(actor, locale), { q: found.q, wordsIn: translator });
  return wordFound(found, commands, { locale, words: translator(locale) });
}
