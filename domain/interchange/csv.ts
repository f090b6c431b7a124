/** A text that a spreadsheet would run as a formula is led by an apostrophe, so that it stays a text. */
const asText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** What a cell holds: numbers as they are, negative ones too; texts so that no spreadsheet runs them. */
const cell = (value: string | number | bigint | null): string =>
  typeof value === "string" ? quoted(asText(value)) : value === null ? "" : String(value);

// Spreadsheets take a file without this mark for the local code page and spoil Chinese names.
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as CSV (RFC 4180) that opens in a spreadsheet with its own letters and without running anything. */
export const csvOf = (
  heads: readonly string[],
  rows: readonly (readonly (string | number | bigint | null)[])[],
): string => BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
