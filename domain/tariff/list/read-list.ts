import { type CsvLine, csvLines } from "../../interchange/csv-lines";
import { accept, type Result } from "../../shared/result";
import { hsId } from "../hs-entry";
import { type HeadRefusal, type ListHead, readHead } from "./list-head";
import { type ListRow, readListRow, type RowProblem } from "./list-row";

export type WrongRow = { readonly line: number; readonly problem: RowProblem; readonly cells: readonly string[] };
export type ReadRow = { readonly line: number; readonly row: ListRow } | WrongRow;

/** Wrong rows are told one by one and cost no right one. Of two rows with one code the first is taken. */
function* rowsOf(lines: Iterable<CsvLine>, head: ListHead, country: string | null): Generator<ReadRow> {
  const seen = new Set<string>();
  for (const { line, cells, isBroken } of lines) {
    if (isBroken) {
      yield { line, cells, problem: "quotes_broken" };
      continue;
    }
    const read = readListRow(cells, head, country);
    if (!read.ok) {
      yield { line, cells, problem: read.refusal.code };
      continue;
    }
    const id = hsId(read.value.code, country);
    if (seen.has(id)) yield { line, cells, problem: "code_repeated" };
    else yield { line, row: read.value };
    seen.add(id);
  }
}

export type ReadList = { readonly head: ListHead; readonly rows: Generator<ReadRow> };

/** Reads a national or international list row by row, without holding it all; refused where its first row names no code or no language. */
export function readList(text: string, country: string | null): Result<ReadList, HeadRefusal> {
  const lines = csvLines(text);
  const first = lines.next();
  const head = readHead(first.done ? [] : first.value.cells);
  return head.ok ? accept({ head: head.value, rows: rowsOf(lines, head.value, country) }) : head;
}
