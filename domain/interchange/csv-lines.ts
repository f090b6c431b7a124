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
