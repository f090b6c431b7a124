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
