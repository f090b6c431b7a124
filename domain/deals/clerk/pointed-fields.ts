import { parseHsCode } from "@/domain/tariff/hs-code";
import { amountsIn } from "./amounts";
import { unNumbersIn } from "./codes";
import { READY, daysIn } from "./dates";
import { sidesIn, volumesIn, weightsIn } from "./measures";
import { after, before, findAll, holds, isTouched, type ReadField, type Source, type Span, trimSpan } from "./reading";
import { NUMBER, readNumber } from "./read-number";
import { lineField } from "../posting/cargo-lines";
import { nameIn } from "./goods-description";
import { type Mention, knowsGoods } from "./known-names";
import type { PointedField } from "./proposal";

type Pointed = { readonly value: string; readonly from: Span };

/** What our parsers find in a text, whether a field was made of it or not. */
export type TextFacts = {
  /** Measures, amounts, days and numbers of dangerous goods. */
  readonly spans: readonly Span[];
  /** Digits in the form of a code whose heading is known, and numbers, where none of those stands. */
  readonly codes: readonly Pointed[];
  readonly figures: readonly Pointed[];
};

const DIGITS = /(?<![\p{L}\d])(?<code>\d{4}[. ]?\d{2}(?:[. ]?\d{2}){0,2})(?![\d\p{L}])/gu;
const FIGURE = new RegExp(String.raw`(?<![\p{L}\d.,/+-])(?<number>${NUMBER})(?![\p{L}\d%])`, "gu");

function find(source: Source): TextFacts {
  const { folded, language, knowledge } = source;
  const parsers = [weightsIn, volumesIn, amountsIn, unNumbersIn, daysIn];
  const spans = [
    ...parsers.flatMap((parse) => parse(source).map(({ span }) => span)),
    ...sidesIn(source, "cm").map(({ span }) => span),
  ];
  // Marked letter by letter, since a long list may hold thousands of facts.
  const marked = new Uint8Array(folded.length);
  for (const span of spans) marked.fill(1, ...span);
  const isFree = (span: Span) => !marked.subarray(...span).includes(1);
  const codes = findAll(folded, DIGITS).flatMap(({ span: from, groups }): Pointed[] => {
    const code = parseHsCode(groups.code ?? "");
    const isKnown = knowledge.headings.some((heading) => code?.startsWith(heading.code));
    return code !== null && isKnown && isFree(from) ? [{ value: code, from }] : [];
  });
  const figures = findAll(folded, FIGURE).flatMap(({ span: from, groups }): Pointed[] => {
    // A number that cannot be read is still one that could have been meant.
    const value = readNumber(groups.number ?? "", language) ?? (groups.number as string);
    return isFree(from) ? [{ value, from }] : [];
  });
  return { spans, codes, figures };
}

const found = new WeakMap<Source, TextFacts>();

/** The facts of a text, found once: a model may point at it sixty times. */
function factsOf(source: Source): TextFacts {
  const known = found.get(source) ?? find(source);
  found.set(source, known);
  return known;
}

/** What the rules have made of a text before a model's pointers are looked at. */
export type Standing = {
  /** The running text; its tables are the rules' alone. */
  readonly source: Source;
  readonly mentions: readonly Mention[];
  readonly read: readonly ReadField[];
};

/** Reads the words at a place of the text as one field; null where they are not that, or where a second answer stands in the text. */
type PointedReader = (standing: Standing, span: Span) => Pointed | null;

/** What words say, if nothing else in the text that could be meant says something else. */
function readOnly(candidates: readonly Pointed[], span: Span): Pointed | null {
  const pointed = candidates.find(({ from }) => holds(span, from));
  return pointed && candidates.every(({ value }) => value === pointed.value) ? pointed : null;
}

const valueAt = (read: readonly ReadField[], path: string): string | undefined =>
  read.find((field) => field.path === path)?.value;

const ENDS = ["originId", "destinationId"] as const;

// Far enough for any remark; what is looked at does not grow with the text.
const NEAR = 80;
const IN_BRACKETS = /[(（][^)）\n]*$/u;

/** Places that the rules gave no part: not an end, not the gate or its other side, not the place of the trade term, no remark in brackets. */
function freePlaces({ source, mentions, read }: Standing): Mention[] {
  const ends = ENDS.map((path) => valueAt(read, path));
  const hubId = valueAt(read, "hubId");
  const ofTerm = read.find(({ path }) => path === "incotermPlace")?.from;
  return mentions.filter(
    ({ place, span }) =>
      !ends.includes(place.id) &&
      !IN_BRACKETS.test(before(source.folded, span[0], NEAR)) &&
      !(ofTerm && isTouched(ofTerm, span)) &&
      (hubId === undefined || place.hubId !== hubId),
  );
}

/** An end of the way: the one place that has no part yet, where the other end is known. Between two such places nobody can check a choice. */
const readEnd =
  (path: (typeof ENDS)[number]): PointedReader =>
  (standing, span) => {
    const other = ENDS.find((one) => one !== path) as (typeof ENDS)[number];
    if (valueAt(standing.read, other) === undefined) return null;
    const ends = freePlaces(standing).filter(({ place }) => place.isEnd);
    return readOnly(
      ends.map(({ place, span: from }) => ({ value: place.id, from })),
      span,
    );
  };

/** The gate: the one place at a gate that has no part yet, where both ends are known. */
const readGate: PointedReader = (standing, span) => {
  if (ENDS.some((path) => valueAt(standing.read, path) === undefined)) return null;
  const gates = freePlaces(standing).flatMap(({ place, span: from }) =>
    place.hubId === null ? [] : [{ value: place.hubId, from }],
  );
  return readOnly(gates, span);
};

/** The stretch around words within their clause, between what else was read: what stands there as a whole may be a name. */
function stretchAround({ source, mentions, read }: Standing, span: Span): Span | null {
  const clause = source.clauses.find((one) => holds(one, span));
  if (!clause) return null;
  const taken = [...read.map(({ from }) => from), ...factsOf(source).spans, ...mentions.map((mention) => mention.span)];
  const within = taken.filter((one) => isTouched(clause, one));
  if (within.some((one) => isTouched(one, span))) return null;
  const start = Math.max(clause[0], ...within.filter(([, end]) => end <= span[0]).map(([, end]) => end));
  return [start, Math.min(clause[1], ...within.filter(([from]) => from >= span[1]).map(([from]) => from))];
}

/** What opens a line before a colon or a dash is its label, as in `Product - fresh mangosteen`. */
const isLabel = ({ folded }: Source, [start, end]: Span): boolean =>
  /(?:^|\n)\s*$/u.test(before(folded, start, NEAR)) && /^\s*[:：]|^\s+[-–—]\s/u.test(after(folded, end, NEAR));

const FREE_NUMBER = /(?<!\p{L})\d/u;

/**
 * The name of goods, verbatim: all that stands around the words between two stops or facts, so that no half of a sentence is taken for
 * one, if a tariff knows its words and it is no label, measure, price or remark.
 */
const readName: PointedReader = (standing, span) => {
  const { source } = standing;
  const stretch = stretchAround(standing, trimSpan(source.folded, span));
  const from = stretch ? nameIn(source, stretch, []) : null;
  if (!from || isLabel(source, from)) return null;
  const value = source.text.slice(...from);
  const isOther = [FREE_NUMBER, READY].some((pattern) => pattern.test(source.folded.slice(...from)));
  return !isOther && knowsGoods(value, source) ? { value, from } : null;
};

/** Of these, what no field was made of. */
const unread = ({ read }: Standing, found: readonly Pointed[]): Pointed[] =>
  found.filter(({ from }) => !read.some((field) => isTouched(field.from, from)));

/** A code that stands in the text without its label: digits in a code's form whose heading is known, if no other stand there. */
const readCode: PointedReader = (standing, span) => readOnly(unread(standing, factsOf(standing.source).codes), span);

const PACKAGES_MAX = 1_000_000;

/** A count of packages whose word no rule knows: the only number of the text that nothing else explains. */
const readCount: PointedReader = (standing, span) => {
  const count = readOnly(unread(standing, factsOf(standing.source).figures), span);
  return count && /^[1-9]\d*$/.test(count.value) && Number(count.value) <= PACKAGES_MAX ? count : null;
};

const READERS: Readonly<Record<PointedField, PointedReader>> = {
  originId: readEnd("originId"),
  destinationId: readEnd("destinationId"),
  hubId: readGate,
  description: readName,
  hsCode: readCode,
  packages: readCount,
};

/** Whether a field belongs to one line of goods. */
export const isOfLine = (field: PointedField): boolean =>
  field === "description" || field === "hsCode" || field === "packages";

/** The name that a pointed field has in the posting form. */
export const pathOf = (field: PointedField, line: number): string => (isOfLine(field) ? lineField(line, field) : field);

/**
 * Reads the words that a model points at as the field that it names, by the parsers that the rules read with. Null where they do not
 * read as that field, or where the text holds another value that could be meant as well: a choice between two cannot be checked.
 */
export const readPointed = (field: PointedField, standing: Standing, span: Span): Pointed | null =>
  READERS[field](standing, span);
