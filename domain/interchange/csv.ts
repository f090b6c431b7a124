import { type Money, toDecimal } from "../shared/money";

/** A cell of an export: numbers and money are the market's own figures, a string may be anybody's words. */
export type CsvCell = string | number | bigint | Money | null;

// The signs by which a spreadsheet knows a formula, and whatever Unicode holds compatible with one, such as the full-width forms.
const SIGN = "[=+\\-@−⁺⁻⁼₊₋₌⩵⩶﬩﹢﹣﹦﹫＋－＝＠]";
// What some programs drop before they look at a cell: white space, control characters and what has no width.
const UNSEEN = "\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}";

const BEGINS_FORMULA = new RegExp(`^'*(?:[\\t\\r\\n]|[${UNSEEN}]*${SIGN})`, "u");
// Where the list separator is a semicolon (Russia, Kazakhstan, Viet Nam), a program cuts a row there and at line ends, and the quotes
// of a cell that stands behind a comma do not hold it together.
const WITHIN = new RegExp(`([;\\t\\r\\n][${UNSEEN}"]*)('*)(?=${SIGN})`, "gu");
const WITHIN_GUARDED = new RegExp(`([;\\t\\r\\n][${UNSEEN}"]*)'('*)(?=${SIGN})`, "gu");

/** A text that no spreadsheet runs: where one would read a formula, an apostrophe stands before it. `unguardFormula` takes it away. */
export function guardFormula(text: string): string {
  const guarded = BEGINS_FORMULA.test(text) ? `'${text}` : text;
  return guarded.replace(WITHIN, "$1'$2");
}

/** The text that `guardFormula` was given, from a cell of an export that somebody brings back. */
export function unguardFormula(cell: string): string {
  const text = cell.replace(WITHIN_GUARDED, "$1$2");
  return text.startsWith("'") && BEGINS_FORMULA.test(text) ? text.slice(1) : text;
}

const quoted = (value: string): string => (/[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** What a cell holds: figures as they are, negative ones too; texts so that no spreadsheet runs them. */
function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(guardFormula(cell));
  return typeof cell === "object" ? toDecimal(cell) : String(cell);
}

// Spreadsheets take a file without this mark for the local code page and spoil Chinese names.
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as CSV (RFC 4180) that opens in a spreadsheet with its own letters and without running anything. */
export const csvOf = (heads: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(written).join(",")}\r\n`).join("");

/** A row of a file as it stands there: its cells, or the line alone where its quotes make no cells. */
export type CsvLine = {
  /** Counted from 1, as editors do; the first one of a row whose quoted cells hold line ends. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly isBroken: boolean;
};

// A quote that nobody closed must not swallow the rest of the file.
const CELL = /("(?:[^"]|""){0,20000}"|[^",\r\n]*)(,|\r?\n|$)/y;

const unquoted = (raw: string): string => (raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);

/** Reads the cells of one row; answers where the next one begins, or that the quotes are wrong. */
function readRow(text: string, start: number): { readonly cells: string[]; readonly end: number } | null {
  const cells: string[] = [];
  const cell = new RegExp(CELL);
  cell.lastIndex = start;
  for (;;) {
    const match = cell.exec(text);
    if (!match) return null;
    cells.push(unquoted(match[1] ?? ""));
    if (match[2] !== ",") return { cells, end: cell.lastIndex };
  }
}

const linesIn = (text: string): number => text.split("\n").length - 1;

/**
 * The rows of a CSV text (RFC 4180) one by one, for files of others: a row with wrong quotes is told as such and costs no other row.
 * Empty lines are passed over.
 */
export function* csvLines(text: string): Generator<CsvLine> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row = readRow(text, at);
    const newline = text.indexOf("\n", at);
    const end = row?.end ?? (newline === -1 ? text.length : newline + 1);
    const cells = row?.cells ?? [text.slice(at, end).trimEnd()];
    if (cells.length > 1 || cells[0] !== "") yield { line, cells, isBroken: row === null };
    line += linesIn(text.slice(at, end));
    at = end;
  }
}
