import { parse } from "csv-parse/sync";

/** Rows of a CSV text by the names in its first line (RFC 4180: quoted cells may hold commas, quotes and line ends). Throws at a row with other cells than the head. */
export const parseCsv = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: ["\n", "\r\n"] });
