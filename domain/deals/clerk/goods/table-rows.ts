import type { Span } from "../reading";
import { type Column, columnOf } from "../words/column-words";

export type Cell = { readonly words: string; readonly span: Span };
/** A packing list within a text: its heads, the columns that are understood, and its rows. */
export type GoodsTable = {
  readonly heads: readonly string[];
  readonly columns: readonly (Column | null)[];
  readonly rows: readonly (readonly Cell[])[];
  readonly span: Span;
};

type Line = { readonly start: number; readonly words: string };
type Divide = (line: Line) => Cell[];

const COLUMNS_MIN = 3;

function divideBy(pattern: RegExp): Divide {
  return ({ start, words }) => {
    const cells: Cell[] = [];
    let at = 0;
    for (const match of [...words.matchAll(pattern), { index: words.length, 0: "" }]) {
      cells.push({ words: words.slice(at, match.index), span: [start + at, start + match.index] });
      at = match.index + match[0].length;
    }
    return cells;
  };
}

const QUOTED = /"([^"]*)"|([^,]+|(?<=,)(?=,|$)|^(?=,))/g;

/** Comma-separated cells, in which quotes keep a comma. */
const divideByCommas: Divide = ({ start, words }) =>
  [...words.matchAll(QUOTED)].map((match) => {
    const from = start + match.index + (match[1] === undefined ? 0 : 1);
    const cell = match[1] ?? match[2] ?? "";
    return { words: cell, span: [from, from + cell.length] };
  });

/** Cells of `| a | b |`, without the empty ones outside of the outer bars. */
const divideByBars: Divide = (line) => {
  const cells = divideBy(/\|/g)(line);
  const isOuter = (cell: Cell | undefined) =>
    cell !== undefined && cell.words.trim() === "" && line.words.trim().startsWith("|");
  return isOuter(cells[0]) ? cells.slice(1, isOuter(cells.at(-1)) ? -1 : undefined) : cells;
};

const DIVIDES: readonly Divide[] = [divideBy(/\t/g), divideByBars, divideBy(/;/g), divideBy(/ {2,}/g), divideByCommas];

const linesOf = (folded: string): Line[] => {
  let start = 0;
  return folded.split("\n").map((words) => {
    const line = { start, words };
    start += words.length + 1;
    return line;
  });
};

const isRule = ({ words }: Line): boolean => /^[\s|:+=-]+$/.test(words);

/** Reads heads in a line, in the first manner of dividing it that finds three columns. */
function headsOf(line: Line): { divide: Divide; heads: Cell[]; columns: (Column | null)[] } | null {
  for (const divide of DIVIDES) {
    const heads = divide(line);
    const columns = heads.map((cell) => columnOf(cell.words));
    const known = columns.filter((column) => column !== null);
    if (heads.length >= COLUMNS_MIN && known.length >= COLUMNS_MIN && new Set(known).size === known.length)
      return { divide, heads, columns };
  }
  return null;
}

/** Every packing list in a folded text: a line of at least three heads, and the lines below it with as many cells. */
export function tablesIn(folded: string): GoodsTable[] {
  const lines = linesOf(folded);
  const tables: GoodsTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] as Line;
    const head = headsOf(first);
    if (!head?.columns.includes("description")) continue;
    const rows: Cell[][] = [];
    let last = first;
    for (const line of lines.slice(at + 1)) {
      if (!isRule(line)) {
        const cells = head.divide(line);
        if (cells.length !== head.heads.length) break;
        rows.push(cells);
      }
      last = line;
      at += 1;
    }
    const heads = head.heads.map((cell) => cell.words);
    tables.push({ heads, columns: head.columns, rows, span: [first.start, last.start + last.words.length] });
  }
  return tables.filter((table) => table.rows.length > 0);
}
