import { PLAIN_LETTERS } from "../../shared/search-text";
import type { LocalDate } from "../../shared/time";

const MARKS = /\p{M}+/gu;

/** The mark of a list's item, which stays what it is: as a digit it would be read with what follows. */
const CIRCLED = /[①-⑳]/u;

function foldLetter(letter: string): string {
  if (CIRCLED.test(letter)) return letter;
  const plain = letter.normalize("NFKC").toLowerCase().normalize("NFD").replace(MARKS, "");
  // What becomes longer or vanishes stays as it is: every position must hold in both texts.
  if (plain.length !== letter.length) return letter;
  return PLAIN_LETTERS[plain] ?? plain;
}

// A wide comma parts clauses, except between wide digits, where it groups them.
const WIDE_COMMA = /(?<![０-９])，|，(?![０-９])/gu;

/**
 * A text in one case and width and without diacritics, with the length of its NFC form: full-width digits become plain ones,
 * `Hữu Nghị` becomes `huu nghi`, `Үрімжіден` becomes `уримжиден`, so that careless writing is read like careful writing.
 */
export const foldText = (text: string): string =>
  [...text.normalize("NFC").replace(WIDE_COMMA, "、")].map(foldLetter).join("");

export const CLERK_LANGUAGES = ["zh-CN", "en", "ru", "vi", "kk"] as const;
export type ClerkLanguage = (typeof CLERK_LANGUAGES)[number];

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

// Frequent in orders, and in no text of the neighbouring language.
const KAZAKH = /(?<!\p{L})(?:керек|аркылы|даиын|салем|канша|жук|тонна|корап|бага)(?!\p{L})/gu;
const VIETNAMESE = /(?<![a-z])(?:hang|thung|khoi|xe|tan|qua|tu|di|ngay|boc|kien)(?![a-z])/g;

/** The language that most of the text's letters and telling words belong to; English where nothing tells. */
export function languageOf(text: string): ClerkLanguage {
  const folded = foldText(text);
  const han = countOf(text, /\p{Script=Han}/gu);
  const cyrillic = countOf(text, /\p{Script=Cyrillic}/gu);
  const latin = countOf(text, /\p{Script=Latin}/gu);
  // One Han letter says about as much as three of an alphabet.
  if (han * 3 > Math.max(cyrillic, latin)) return "zh-CN";
  if (cyrillic > latin) return /[әғқңөұүһі]/iu.test(text) || countOf(folded, KAZAKH) >= 3 ? "kk" : "ru";
  return /[đăơưạảấầậắặếềệịọộớờợụứừựữẵỹ]/iu.test(text) || countOf(folded, VIETNAMESE) >= 5 ? "vi" : "en";
}

// A full stop ends a sentence only before a space; within 8504.40 or 01.12.2026 it does not. An item of a list is a sentence: `2) cups`.
const SENTENCE_END =
  /[。！？!?;；\n①-⑳]|\.(?=\s|$)|(?<![\p{L}\d.,])\d{1,2}[)）](?<![(（][^()（）]{1,40})(?=\s*\p{L})/gu;
const CLAUSE_END = /[。！？!?;；\n、，:：()（）•①-⑳]|,(?!\d)|(?<!\d),|\.(?=\s|$)|\s[-–—]\s/g;

function cut(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(pattern)) {
    spans.push([start, match.index]);
    start = match.index + match[0].length;
  }
  spans.push([start, text.length]);
  return spans.filter(([from, to]) => text.slice(from, to).trim() !== "");
}

/** The sentences of a text; a line break ends one too. */
export const sentencesOf = (folded: string): Span[] => cut(folded, SENTENCE_END);

/** The clauses of a text, as commas, colons and brackets part them. */
export const clausesOf = (folded: string): Span[] => cut(folded, CLAUSE_END);

export const holds = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

export const isTouched = (outer: Span, inner: Span): boolean => inner[0] < outer[1] && outer[0] < inner[1];

/** The one of these spans that a position lies in. */
export const spanAt = (spans: readonly Span[], at: number): Span | undefined =>
  spans.find(([from, to]) => from <= at && at < to);

/** The span without the blanks at its ends. */
export function trimSpan(text: string, [from, to]: Span): Span {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  return [start, Math.max(start, to - (piece.length - piece.trimEnd().length))];
}

/** One match of a pattern, with the named groups that took part. */
export type Found = { readonly span: Span; readonly groups: Readonly<Record<string, string | undefined>> };

/** All matches of a pattern with the flag `g`, in the order of the text. */
export function findAll(folded: string, pattern: RegExp): Found[] {
  return [...folded.matchAll(pattern)].map((match) => ({
    span: [match.index, match.index + match[0].length],
    groups: match.groups ?? {},
  }));
}

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

/** Words as alternatives of a pattern, the longest first. */
export const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(ESCAPED, String.raw`\$&`))
    .join("|");

/** The text around a span within its clause: what stands before and after, up to a stop. */
export const before = (folded: string, at: number, length: number): string =>
  folded.slice(Math.max(0, at - length), at);
export const after = (folded: string, at: number, length: number): string => folded.slice(at, at + length);

/** A place as the reader knows it: its names in all languages, each with the forms that a sentence gives it. */
export type KnownPlace = {
  readonly id: string;
  /** The hub whose gate the place is, or stands across from; null for every other place. */
  readonly hubId: string | null;
  /** Whether goods can start or end there; ports are only passed. */
  readonly isEnd: boolean;
  readonly names: readonly string[];
};

/** A heading of the Harmonized System with the words that point to it. */
export type KnownHeading = {
  /** 4 or 6 digits. */
  readonly code: string;
  readonly words: readonly string[];
};

/** What the reader is told of the world: plain tables, so that reading stays a pure function. */
export type Knowledge = {
  readonly places: readonly KnownPlace[];
  readonly headings: readonly KnownHeading[];
};

/** More than any request or packing list that people paste; what is longer is not read. */
export const TEXT_MAX = 20_000;

/** Where words stand in the text (UTF-16 positions in its NFC form), the end not included. */
export type Span = readonly [start: number, end: number];

/** Why a value was taken, worded in `messages/`. */
export const READ_REASONS = [
  "place_after_word",
  "places_in_order",
  "gate_named",
  "mode_named",
  "mode_of_equipment",
  "equipment_named",
  "units_counted",
  "rule_named",
  "place_of_rule",
  "day_written",
  "day_reckoned",
  "amount_of_goods",
  "goods_labelled",
  "goods_beside_count",
  "goods_beside_weight",
  "goods_named",
  "goods_before_code",
  "goods_between_places",
  "count_of_packages",
  "package_named",
  "only_weight",
  "weight_by_package",
  "only_volume",
  "volume_by_package",
  "sides_of_package",
  "code_written",
  "number_un",
  "degrees_written",
  "service_asked",
  "column_headed",
  "total_row",
  "pointed_by_model",
] as const;
export type ReadReason = (typeof READ_REASONS)[number];

/** `sure` fills its field; `likely` stands beside it until a person takes it. What is needed to be sure stands in `certainty.ts`. */
export type Confidence = "sure" | "likely";

/** One thing taken from a text: `path` is a field of the posting form, `value` is as that form would have it typed. */
export type ReadField = {
  readonly path: string;
  readonly value: string;
  readonly from: Span;
  readonly reason: ReadReason;
};

/** The same, and whether it is sure. */
export type JudgedField = ReadField & { readonly confidence: Confidence };

/** Who found the words: the rules, or a model that pointed at them for the rules' parsers to read. */
export type ReadBy = "rules" | "model";

export type Reading = {
  readonly language: ClerkLanguage;
  readonly fields: readonly JudgedField[];
  /** Sentences from which nothing was taken. */
  readonly unread: readonly Span[];
};

/** A text made ready for reading: `folded` has the same length, so that positions hold in both. */
export type Source = {
  readonly text: string;
  readonly folded: string;
  readonly language: ClerkLanguage;
  readonly day: LocalDate;
  readonly knowledge: Knowledge;
  readonly clauses: readonly Span[];
  readonly sentences: readonly Span[];
};

/** The clauses and sentences of a text found anew, after some of it was blanked out. */
export const cutSource = (bare: Omit<Source, "clauses" | "sentences">): Source => ({
  ...bare,
  clauses: clausesOf(bare.folded),
  sentences: sentencesOf(bare.folded),
});

/** A text made ready for reading, with lines that end in one way and no more letters than are read. */
export function sourceOf(raw: string, knowledge: Knowledge, day: LocalDate): Source {
  const text = raw.replace(/\r\n?/g, "\n").slice(0, TEXT_MAX).normalize("NFC");
  return cutSource({ text, folded: foldText(text), language: languageOf(text), day, knowledge });
}
