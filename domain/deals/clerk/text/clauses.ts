import type { Span } from "../reading";

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
