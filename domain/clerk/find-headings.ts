import type { Knowledge } from "./knowledge";
import { type FoldedWord, preparedKnowledge } from "./prepared-knowledge";
import { foldText } from "./text/fold-text";

export type FoundHeading = { readonly code: string; readonly words: readonly string[] };

const SHOWN = 3;
// A Han letter says about as much as three of an alphabet.
const HAN_WEIGHT = 3;

const isWithin = (name: string, { folded, isHan }: FoldedWord): boolean =>
  isHan ? name.includes(folded) : ` ${name} `.includes(` ${folded} `);

/**
 * Headings of the Harmonized System whose own words stand in the name of goods, those with the most letters matched first, at
 * most three. They are pointers with their reason, never a classification.
 */
export function findHeadings(name: string, knowledge: Knowledge): FoundHeading[] {
  const folded = foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const found = preparedKnowledge(knowledge).headings.flatMap((heading) => {
    const words = heading.words.filter((word) => isWithin(folded, word));
    const letters = words.reduce((all, word) => all + word.folded.length * (word.isHan ? HAN_WEIGHT : 1), 0);
    return words.length > 0 ? [{ code: heading.code, words: words.map(({ word }) => word), letters }] : [];
  });
  return found
    .sort((a, b) => b.letters - a.letters || b.code.length - a.code.length || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ code, words }) => ({ code, words }));
}
