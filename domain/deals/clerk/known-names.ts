import { stemOf, tellingTokens } from "../../tariff/hs-question";
import { findAll, foldText, type Knowledge, type KnownPlace, oneOf, type Source, type Span } from "./reading";

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

type FoldedWord = { readonly folded: string; readonly isHan: boolean };

/** Knowledge made ready: one pattern of all place names, the words for goods folded, and the stems of what they are made of. */
type PreparedKnowledge = {
  readonly placeByName: ReadonlyMap<string, KnownPlace>;
  readonly placePattern: RegExp | null;
  readonly goods: readonly FoldedWord[];
  readonly goodsStems: ReadonlySet<string>;
};

// Folded: дан and ден, тан and тен, нан and нен lead from; га, ге, ка, ке, на, не lead to; да, де, та, те place; the rest only own.
const FROM = "дан|ден|тан|тен|нан|нен";
const TO = "га|ге|ка|ке|на|не";
const AT = "да|де|та|те|дагы|деги";
const OTHER = "нын|нин|дын|дин|тын|тин";
// Behind two consonants a Kazakh ending has a vowel: Новороссийскіден.
const ENDING = `(?:и?(?:(?<from>${FROM})|(?<to>${TO})|(?<at>${AT})|${OTHER}))?`;

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
    goods: headings.flatMap(({ words }) =>
      words.filter((word) => word.length > 1).map((word) => ({ folded: foldText(word), isHan: isHan(word) })),
    ),
    goodsStems: new Set(headings.flatMap(({ words }) => words.flatMap(tellingTokens).map(stemOf))),
  };
}

const prepared = new WeakMap<Knowledge, PreparedKnowledge>();

/** The knowledge made ready, once for each table of it: folding thousands of words costs more than reading a text. */
function preparedKnowledge(knowledge: Knowledge): PreparedKnowledge {
  const known = prepared.get(knowledge);
  if (known) return known;
  const made = prepare(knowledge);
  prepared.set(knowledge, made);
  return made;
}

const bare = (words: string): string =>
  foldText(words)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const isWithin = (name: string, { folded, ...word }: FoldedWord): boolean =>
  word.isHan ? name.includes(folded) : ` ${name} `.includes(` ${folded} `);

/** Whether a stretch of text holds a whole word for goods, as some heading of the tariff has it: the rules take it for a name then. */
export function namesGoods(words: string, knowledge: Knowledge): boolean {
  const name = bare(words);
  return preparedKnowledge(knowledge).goods.some((word) => isWithin(name, word));
}

const LETTERS_MIN = 3;

/**
 * Whether at least half of a name is known as goods: of its telling words, whatever their endings, or in Vietnamese of its letters, since its
 * syllables are in many words. Of an alphabet, words shorter than three letters tell nothing.
 */
export function knowsGoods(words: string, { knowledge, language }: Pick<Source, "knowledge" | "language">): boolean {
  const { goods, goodsStems } = preparedKnowledge(knowledge);
  const name = bare(words);
  if (!isHan(name) && name.length < LETTERS_MIN) return false;
  if (language === "vi") return goods.some((word) => isWithin(name, word) && word.folded.length * 2 >= name.length);
  const telling = tellingTokens(words).filter((token) => isHan(token) || token.length >= LETTERS_MIN);
  const known = telling.filter((token) => goodsStems.has(stemOf(token)));
  return known.length > 0 && known.length * 2 >= telling.length;
}

/** Whether whole words stand end to end over a name and leave nothing of it out: `塑料玩具`, `máy lọc nước`. */
function isCovered(name: string, words: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < name.length; at++)
    if (reached.has(at)) for (const word of words) if (name.startsWith(word, at)) reached.add(at + word.length);
  return reached.has(name.length);
}

const WORD_GAP = " ";

/**
 * Whether all of a name is known as goods, so that no word of a greeting, a truck or a price can stand in it: each of its telling words, in
 * Chinese and Vietnamese each of its letters.
 */
export function knowsAllOfGoods(
  words: string,
  { knowledge, language }: Pick<Source, "knowledge" | "language">,
): boolean {
  const { goods, goodsStems } = preparedKnowledge(knowledge);
  const name = bare(words);
  if (name.length < 2 || /\d/.test(name)) return false;
  if (isHan(name) || language === "vi") {
    const gap = isHan(name) ? "" : WORD_GAP;
    const within = goods.filter((word) => isWithin(name, word)).map(({ folded }) => `${folded}${gap}`);
    return isCovered(`${name}${gap}`, within);
  }
  const telling = tellingTokens(words);
  return name.length >= LETTERS_MIN && telling.every((token) => goodsStems.has(stemOf(token)));
}

/** Where a text names a place; a Kazakh name may say by its ending that the way leads from it or to it, or that something is there. */
export type Mention = { readonly place: KnownPlace; readonly span: Span; readonly ending: "from" | "to" | "at" | null };

/** Every known place that the text names, by the longest of its names, in the order of the text. */
export function mentionsIn({ folded, knowledge }: Source): Mention[] {
  const { placeByName, placePattern } = preparedKnowledge(knowledge);
  if (!placePattern) return [];
  return findAll(folded, placePattern).flatMap(({ span, groups }) => {
    const place = placeByName.get(groups.han ?? groups.cyrillic ?? groups.latin ?? "");
    const ending = groups.from ? "from" : groups.to ? "to" : groups.at ? "at" : null;
    return place ? [{ place, span, ending } satisfies Mention] : [];
  });
}
