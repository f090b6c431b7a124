import "server-only";
import { lexicon } from "@/db/reference/read-lexicon";
import { corrected } from "@/domain/search/corrections";
import { readQuery, type Reading, wordsOfQuestion } from "@/domain/search/read-query";
import type { Concept } from "@/domain/search/lexicon";

/** The places of the network that a question names by any of their names, and what was read instead of a word with a typing error. */
export type MeantByName = {
  readonly ids: ReadonlySet<string>;
  readonly country: string | null;
  readonly instead: ReadonlyMap<string, string>;
};

const ofKind = (concepts: readonly Concept[], kind: Concept["kind"]): string[] =>
  concepts.flatMap((one) => (one.kind === kind ? [one.value] : []));

/** Each name narrows: `Хоргос Казахстан` is the side of Kazakhstan. Nothing where something else is asked for too. */
function placesOf({ meant }: Reading): Omit<MeantByName, "instead"> {
  const [country = null] = meant.flatMap(({ concepts }) => ofKind(concepts, "country"));
  const named = meant.filter(({ concepts }) => concepts[0]?.kind !== "country");
  const [first, ...others] = named.map(({ concepts }) => ofKind(concepts, "place"));
  return { ids: new Set((first ?? []).filter((id) => others.every((ids) => ids.includes(id)))), country };
}

/** What a question names; of a word that is no name the nearest one, where `isCorrected`. */
export function placesMeant(q: string, { isCorrected }: { readonly isCorrected: boolean }): MeantByName {
  const names = lexicon();
  const reading = readQuery(q, names);
  const right =
    isCorrected && reading.strange.length > 0
      ? corrected(wordsOfQuestion(q, names), reading.strange, { lexicon: names, others: () => [] })
      : null;
  return { ...placesOf(right?.reading ?? reading), instead: right?.instead ?? new Map() };
}
