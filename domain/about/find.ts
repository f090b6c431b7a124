import { searchTokens } from "../shared/search-text";

/** What may be found: its title counts most, then the words that people use for it, then its text. */
export type Findable = { readonly title: string; readonly words: string; readonly text: string };

/** Words of a question that say nothing of what is asked for. */
const ASKING = new Set(
  searchTokens(
    `a an and are by can do does for from how i in is it me my of on or please the their there these this to want what when where which who why
     will with you your 怎么 么办 怎样 如何 什么 哪里 我的 能不 可以 吗`,
  ),
);

const WEIGHTS = { title: 4, words: 3, text: 1 } as const;
/** Endings such as the s of a plural are passed over. */
const ENDING_LETTERS = 2;
const STEM_LETTERS = 3;

/** Whether a word of a text is the asked one, begins with it while it is typed, or has another ending. */
function isSame(word: string, asked: string): boolean {
  if (word === asked) return true;
  if (asked.length >= STEM_LETTERS && word.startsWith(asked)) return true;
  return word.length >= STEM_LETTERS && asked.length - word.length <= ENDING_LETTERS && asked.startsWith(word);
}

function scoreOf(entry: Findable, asked: readonly string[]): number {
  const parts = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).map((part) => ({
    weight: WEIGHTS[part],
    words: searchTokens(entry[part]),
  }));
  const found = asked.map((token) =>
    Math.max(0, ...parts.map(({ weight, words }) => (words.some((word) => isSame(word, token)) ? weight : 0))),
  );
  const count = found.filter((weight) => weight > 0).length;
  // Half of what was asked for has to be there: a single word of many says little.
  return count * 2 < asked.length ? 0 : found.reduce((sum, weight) => sum + weight, 0);
}

/** The entries that a question finds, the best first, at most `limit`; of equal ones the earlier stays first. Nothing is found by no words. */
export function find<Entry extends Findable>(entries: readonly Entry[], question: string, limit: number): Entry[] {
  const tokens = [...new Set(searchTokens(question))];
  const telling = tokens.filter((token) => !ASKING.has(token));
  const asked = telling.length > 0 ? telling : tokens;
  if (asked.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, asked) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
