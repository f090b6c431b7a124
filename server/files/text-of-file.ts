import { parse } from "csv-parse/sync";
import { accept, refuse, type Result } from "../../domain/shared/result";
import { extensionOf } from "../../domain/files/file-name";
import { inspectFile, readText } from "./inspect-file";
import type { ContentRefusal } from "./inspection";
import { sheetRows } from "./sheet-rows";

/** A row with fewer cells than this is a line of words: a title, an address, a remark. */
const CELLS_MIN = 3;

/** A cell on one line, as a tab or a line break within it would begin another. */
const onOneLine = (cell: string): string => cell.replace(/\s+/g, " ").trim();

/** Rows as a person would paste them out of a table: cells between tabs, every row as wide as the widest. */
function pasted(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows
    .map((row) => row.map(onOneLine))
    .map((row) => {
      const filled = row.filter((cell) => cell !== "");
      if (filled.length < CELLS_MIN) return filled.join(" ");
      return [...row, ...Array<string>(width - row.length).fill("")].join("\t");
    })
    .filter((line) => line !== "")
    .join("\n");
}

const DELIMITERS = [",", ";", "\t"] as const;

/** Comma-separated values by whichever mark parts the first line most often. What is not well formed is read as it stands. */
function csvAsPasted(text: string): string {
  const [first = ""] = text.split(/\r?\n/, 1);
  const [delimiter] = [...DELIMITERS].sort((a, b) => first.split(b).length - first.split(a).length);
  try {
    return pasted(parse(text, { delimiter: delimiter ?? ",", relax_column_count: true, bom: true }));
  } catch (error) {
    if (error instanceof Error && "code" in error) return text;
    throw error;
  }
}

/**
 * The text of a packing list as somebody would paste it: a text as it stands, a table with tabs between its cells. It is looked into as every
 * upload is, and nothing of it is kept. Null for kinds that have no text to read, such as pictures and PDF.
 */
export async function textOfFile(
  content: Buffer,
  sent: { readonly name: string; readonly declaredType: string },
): Promise<Result<string | null, ContentRefusal>> {
  // Cells between tabs are a text to us.
  const isTabbed = extensionOf(sent.name) === "tsv";
  const inspected = await inspectFile(content, isTabbed ? { name: `${sent.name}.txt`, declaredType: "" } : sent);
  if (!inspected.ok) return inspected;
  const { kind } = inspected.value;
  if (kind === "txt") return accept(readText(content) ?? "");
  if (kind === "csv") return accept(csvAsPasted(readText(content) ?? ""));
  if (kind !== "xlsx") return accept(null);
  const rows = await sheetRows(content);
  return rows === null ? refuse("file_unreadable") : accept(pasted(rows));
}
