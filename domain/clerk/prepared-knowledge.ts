import type { Knowledge, KnownPlace } from "./knowledge";
import { oneOf } from "./text/find-all";
import { foldText } from "./text/fold-text";

export type FoldedWord = { readonly word: string; readonly folded: string; readonly isHan: boolean };

/** Knowledge made ready: one pattern of all place names, and the headings' words folded. */
export type PreparedKnowledge = {
  readonly placeByName: ReadonlyMap<string, KnownPlace>;
  readonly placePattern: RegExp | null;
  readonly headings: readonly { readonly code: string; readonly words: readonly FoldedWord[] }[];
};

// Folded: дан and ден, тан and тен, нан and нен lead from; га, ге, ка, ке, на, не lead to; the rest only place or own.
const FROM = "дан|ден|тан|тен|нан|нен";
const TO = "га|ге|ка|ке|на|не";
const OTHER = "да|де|та|те|дагы|деги|нын|нин|дын|дин|тын|тин";
const ENDING = `(?:(?<from>${FROM})|(?<to>${TO})|${OTHER})?`;

function patternOf(names: readonly string[]): RegExp | null {
  const of = (script: RegExp) => oneOf(names.filter((name) => script.test(name)));
  const han = of(/\p{Script=Han}/u);
  const cyrillic = of(/\p{Script=Cyrillic}/u);
  const latin = of(/\p{Script=Latin}/u);
  const parts = [
    han && `(?<han>${han})`,
    cyrillic && String.raw`(?<!\p{L})(?<cyrillic>${cyrillic})${ENDING}(?!\p{L})`,
    latin && String.raw`(?<![a-z])(?<latin>${latin})(?![a-z])`,
  ].filter(Boolean);
  return parts.length > 0 ? new RegExp(parts.join("|"), "gu") : null;
}

function prepare({ places, headings }: Knowledge): PreparedKnowledge {
  const placeByName = new Map<string, KnownPlace>();
  for (const place of places)
    for (const name of place.names) {
      const folded = foldText(name);
      if (!placeByName.has(folded)) placeByName.set(folded, place);
    }
  return {
    placeByName,
    placePattern: patternOf([...placeByName.keys()]),
    headings: headings.map(({ code, words }) => ({
      code,
      words: words
        .filter((word) => word.length > 1)
        .map((word) => ({ word, folded: foldText(word), isHan: /\p{Script=Han}/u.test(word) })),
    })),
  };
}

const prepared = new WeakMap<Knowledge, PreparedKnowledge>();

/** The knowledge made ready, once for each table of it: folding thousands of words costs more than reading a text. */
export function preparedKnowledge(knowledge: Knowledge): PreparedKnowledge {
  const known = prepared.get(knowledge);
  if (known) return known;
  const made = prepare(knowledge);
  prepared.set(knowledge, made);
  return made;
}
