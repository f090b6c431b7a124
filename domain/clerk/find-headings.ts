import type { KnownHeading } from "./knowledge";
import { foldText } from "./text/fold-text";

export type FoundHeading = { readonly code: string; readonly words: readonly string[] };

const SHOWN = 3;
const HAN = /\p{Script=Han}/u;

const isWithin = (name: string, word: string): boolean =>
  HAN.test(word) ? name.includes(word) : ` ${name} `.includes(` ${word} `);

/**
 * Headings of the Harmonized System whose own words stand in the name of goods, those with the most letters matched first, at
 * most three. They are pointers with their reason, never a classification.
 */
export function findHeadings(name: string, headings: readonly KnownHeading[]): FoundHeading[] {
  const folded = foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const found = headings.flatMap((heading) => {
    const words = [...new Set(heading.words.filter((word) => word.length > 1 && isWithin(folded, foldText(word))))];
    const letters = words.reduce((all, word) => all + word.length * (HAN.test(word) ? 3 : 1), 0);
    return words.length > 0 ? [{ code: heading.code, words, letters }] : [];
  });
  return found
    .sort((a, b) => b.letters - a.letters || b.code.length - a.code.length || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ code, words }) => ({ code, words }));
}
