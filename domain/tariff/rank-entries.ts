import { HS_LANGUAGES, type HsEntry, type HsLabels, type HsLanguage } from "./hs-entry";
import {
  type HsQuestion,
  isBegunBy,
  isOneWord,
  isShort,
  type QuestionWord,
  tellingTokens,
  writtenWords,
} from "./hs-question";

export const MATCH_PLACES = ["code", "label", "keyword", "parent"] as const;

/** Why an entry was found: which words of the question stand in which of its texts. */
export type HsMatch = {
  readonly place: (typeof MATCH_PLACES)[number];
  readonly words: readonly string[];
  readonly text: string;
  /** Keywords are in any language and say none. */
  readonly language: HsLanguage | null;
};

export type RankedEntry = { readonly entry: HsEntry; readonly matches: readonly HsMatch[] };

type Place = Exclude<HsMatch["place"], "code">;
type Text = { readonly place: Place; readonly text: string; readonly language: HsLanguage | null };

/** A whole word counts in full, one that is only begun for half: "car" is found in "cars" rather than in "carpets". */
const WHOLE = 1;
const BEGUN = 0.5;
const PLACE_RANK: Readonly<Record<Place, number>> = { label: 3, keyword: 4, parent: 5 };

const textsOfLabels = (place: "label" | "parent", labels: HsLabels): Text[] =>
  HS_LANGUAGES.flatMap((language) => {
    const text = labels[language];
    return text ? [{ place, text, language }] : [];
  });

const textsOf = (entry: HsEntry, parent: HsEntry | undefined): Text[] => [
  ...textsOfLabels("label", entry.labels),
  ...entry.keywords.map((text): Text => ({ place: "keyword", text, language: null })),
  ...textsOfLabels("parent", parent?.labels ?? {}),
];

const MARKED_LATIN = /[a-z]\p{M}|đ/iu;

/** Keywords say no language; a Latin word with marks among them is Vietnamese. */
const isVietnamese = ({ text, language }: Text): boolean =>
  language === "vi" || (language === null && MARKED_LATIN.test(text.normalize("NFD")));

/** Vietnamese is written in syllables without endings, so only whole ones count: "phone" is not begun in "phòng". */
function weightOf(asked: QuestionWord, tokens: readonly string[], bySyllable: boolean): number {
  if (tokens.includes(asked.word)) return WHOLE;
  if (bySyllable) return 0;
  if (tokens.some((token) => isOneWord(token, asked.word))) return WHOLE;
  return tokens.some((token) => isBegunBy(token, asked)) ? BEGUN : 0;
}

type Scored = Text & { readonly weights: readonly number[]; readonly share: number; readonly isWhole: boolean };

/** How much of the question stands in a text, word by word, and how much of the text that is. */
function scoreText(text: Text, words: readonly QuestionWord[]): Scored {
  const tokens = tellingTokens(text.text);
  const bySyllable = isVietnamese(text);
  const weights = words.map((word) => weightOf(word, tokens, bySyllable));
  const said = tokens.filter((token) => words.some((word) => weightOf(word, [token], bySyllable) > 0)).length;
  const share = tokens.length === 0 ? 0 : said / tokens.length;
  return { ...text, weights, share, isWhole: share === 1 && weights.every((weight) => weight === WHOLE) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Words of the question as they were typed: overlapping pairs of Chinese letters are joined to runs again. */
function asTyped(words: readonly string[]): string[] {
  return words.reduce<string[]>((runs, word) => {
    const last = runs.at(-1);
    const isNext = last !== undefined && /\p{Script=Han}/u.test(word) && [...last].at(-1) === [...word][0];
    return isNext ? [...runs.slice(0, -1), last + [...word].slice(1).join("")] : [...runs, word];
  }, []);
}

/** The fewest texts that account for all words that were found, the one with most of them first. */
function accountFor(scored: readonly Scored[], words: readonly QuestionWord[]): Scored[] {
  const open = new Set(words.keys());
  const chosen: Scored[] = [];
  for (;;) {
    const gain = ({ weights }: Scored) => sum([...open].map((at) => weights[at] ?? 0));
    const [best] = scored
      .filter((text) => gain(text) > 0)
      .sort((a, b) => gain(b) - gain(a) || PLACE_RANK[a.place] - PLACE_RANK[b.place] || b.share - a.share);
    if (!best) return chosen;
    chosen.push({ ...best, weights: best.weights.map((weight, at) => (open.has(at) ? weight : 0)) });
    for (const [at, weight] of best.weights.entries()) if (weight > 0) open.delete(at);
  }
}

/** A label that is the question comes before a keyword that is; of those, a heading before its chapter, which names many goods. */
function exactRank({ level }: HsEntry, place: Place): number {
  if (place === "label") return 0;
  return level === "section" || level === "chapter" ? 2 : 1;
}

/** How an entry answers: whether by a whole word of the question, and whether by nothing but the beginning of short ones. */
type Standing = RankedEntry & {
  readonly order: readonly number[];
  readonly hasWhole: boolean;
  readonly isBegunByShort: boolean;
};

type WordsQuestion = Extract<HsQuestion, { kind: "words" }>;

function standingOf(entry: HsEntry, parent: HsEntry | undefined, { words, written }: WordsQuestion): Standing {
  const scored = textsOf(entry, parent).map((text) => scoreText(text, words));
  const best = words.map((_, at) => Math.max(0, ...scored.map(({ weights }) => weights[at] ?? 0)));
  const chosen = accountFor(scored, words);
  // Labels stand before keywords, so the first is the better one.
  const exact = scored.find(({ place, isWhole }) => isWhole && place !== "parent");
  const told = exact ? [exact] : chosen;
  const place = exact ? exactRank(entry, exact.place) : Math.max(0, ...chosen.map((text) => PLACE_RANK[text.place]));
  return {
    entry,
    matches: told.map(({ place: where, text, language, weights }) => ({
      place: where,
      words: asTyped(words.filter((_, at) => (weights[at] ?? 0) > 0).map(({ word }) => word)),
      text,
      language,
    })),
    hasWhole: best.includes(WHOLE),
    isBegunByShort: words.every((word, at) => best[at] === 0 || (best[at] === BEGUN && isShort(word))),
    order: [-sum(best), place, -(told[0]?.share ?? 0), Number(!writtenWords(told[0]?.text ?? "").includes(written))],
  };
}

const byCode = (a: HsEntry, b: HsEntry): number => {
  const [one, other] = [`${a.code} ${a.country ?? ""}`, `${b.code} ${b.country ?? ""}`];
  return one < other ? -1 : Number(one > other);
};

const byOrder = (a: Standing, b: Standing): number => {
  const at = a.order.findIndex((figure, index) => figure !== b.order[index]);
  return at === -1 ? byCode(a.entry, b.entry) : (a.order[at] as number) - (b.order[at] as number);
};

/** Codes that begin with the digits, the shortest first; then what is above them, the nearest first. */
function rankByCode(entries: readonly HsEntry[], digits: string): RankedEntry[] {
  const below = entries.filter(({ code }) => code.startsWith(digits));
  const above = entries.filter(({ code }) => code !== digits && digits.startsWith(code));
  return [
    ...below.sort((a, b) => a.code.length - b.code.length || byCode(a, b)),
    ...above.sort((a, b) => b.code.length - a.code.length || byCode(a, b)),
  ].map((entry) => ({ entry, matches: [{ place: "code", words: [digits], text: entry.code, language: null }] }));
}

/**
 * Entries in the order in which they answer the question: first those that hold most of its words; among them a label that is the question,
 * then a keyword that is, so that all headings of an everyday name come before goods that only mention it; words in a label, in a keyword, in the label above; then the text that says least besides; then one with the marks of the question; then
 * the code, so that the order is one.
 * Entries without any of the words are left out, and so are those in which words of up to three letters are only begun, where others hold a whole word.
 * `parents` holds what is right above an entry, by code.
 */
export function rankEntries(
  question: HsQuestion,
  entries: readonly HsEntry[],
  parents: ReadonlyMap<string, HsEntry>,
): RankedEntry[] {
  if (question.kind === "code") return rankByCode(entries, question.digits);
  const found = entries
    .map((entry) => standingOf(entry, parents.get(entry.parentCode ?? ""), question))
    .filter(({ matches }) => matches.length > 0);
  const hasWhole = found.some((one) => one.hasWhole);
  return found
    .filter(({ isBegunByShort }) => !(hasWhole && isBegunByShort))
    .sort(byOrder)
    .map(({ entry, matches }) => ({ entry, matches }));
}
