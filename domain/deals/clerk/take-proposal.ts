import { foldText, holds, type ReadField, type Span } from "./reading";
import { isSuggestible } from "./suggestions";
import type { Pointer, Proposal } from "./proposal";
import { isOfLine, pathOf, readPointed, type Standing } from "./pointed-fields";

// Words that stand in more places than these point at none of them.
const PLACES_MAX = 20;

/** Everywhere that these words stand in the text, in whatever case and width. */
function placesOf(words: string, folded: string): Span[] {
  const sought = foldText(words.trim());
  const spans: Span[] = [];
  for (let at = folded.indexOf(sought); sought !== "" && at >= 0; at = folded.indexOf(sought, at + sought.length)) {
    if (spans.length === PLACES_MAX) return [];
    spans.push([at, at + sought.length]);
  }
  return spans;
}

const lineOf = (path: string): number => Number(/^cargo\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);

/** The stretch of the text in which a line's goods can stand: between what was read of the lines before it and after it. Null for no line. */
function regionOf(line: number, { read, source }: Standing): Span | null {
  const spans = (isThere: (other: number) => boolean) =>
    read.filter(({ path }) => isThere(lineOf(path))).map(({ from }) => from);
  const own = spans((other) => other === line);
  const count = new Set(read.map(({ path }) => lineOf(path)).filter((other) => !Number.isNaN(other))).size;
  // Without any line of the rules there is room for one; beside theirs there is room for none.
  if (own.length === 0 && (count > 0 || line > 0)) return null;
  const start = Math.max(0, ...spans((other) => other < line).map(([, end]) => end));
  const end = Math.min(source.folded.length, ...spans((other) => other > line).map(([from]) => from));
  return [start, end];
}

function takeOne({ field, line = 1, words }: Pointer, standing: Standing): ReadField | null {
  const path = pathOf(field, line - 1);
  if (!isSuggestible(path) || standing.read.some((one) => one.path === path)) return null;
  const region = isOfLine(field) ? regionOf(line - 1, standing) : ([0, standing.source.folded.length] as const);
  if (!region) return null;
  for (const span of placesOf(words, standing.source.folded)) {
    const pointed = holds(region, span) ? readPointed(field, standing, span) : null;
    if (pointed) return { path, ...pointed, reason: "pointed_by_model" };
  }
  return null;
}

/**
 * The fields that a model's pointers add to what the rules have read. A field that the rules filled stays theirs, whatever the model says;
 * one that they left empty is filled where the words stand in the text, our own parsers read them as that field, and no second answer
 * stands beside. The first pointer at a field counts.
 */
export function takeProposal(proposal: Proposal, standing: Standing): ReadField[] {
  const taken: ReadField[] = [];
  for (const pointer of proposal) {
    const field = takeOne(pointer, { ...standing, read: [...standing.read, ...taken] });
    if (field) taken.push(field);
  }
  return taken;
}
