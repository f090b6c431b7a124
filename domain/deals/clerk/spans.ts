import type { Span } from "./reading";

// A full stop ends a sentence only before a space; within 8504.40 or 01.12.2026 it does not.
const SENTENCE_END = /[。！？!?;；\n]|\.(?=\s|$)/g;
const CLAUSE_END = /[。！？!?;；\n、，:：()（）•]|,(?!\d)|(?<!\d),|\.(?=\s|$)|\s[-–—]\s/g;

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
