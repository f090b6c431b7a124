import { parseHsCode } from "@/domain/tariff/hs-code";
import { amountsIn } from "../facts/amounts";
import { unNumbersIn } from "../facts/codes";
import { daysIn } from "../facts/dates";
import { sidesIn, volumesIn, weightsIn } from "../facts/measures";
import type { Source, Span } from "../reading";
import { findAll } from "../text/find-all";
import { NUMBER, readNumber } from "../text/read-number";

export type Pointed = { readonly value: string; readonly from: Span };

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
export function factsOf(source: Source): TextFacts {
  const known = found.get(source) ?? find(source);
  found.set(source, known);
  return known;
}
