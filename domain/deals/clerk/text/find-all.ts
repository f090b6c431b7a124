import type { Span } from "../reading";

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
