import type { CsvCell } from "@/domain/interchange/csv";
import { isoIn } from "@/domain/shared/zones";
import type { Instant } from "@/domain/shared/time";

/** A column of a file: some columns of a list are several there. */
export type FileColumn<Row> = { readonly head: string; readonly cell: (row: Row) => CsvCell };

/** What a list's columns are in its file, by the column's key; the first ones stand in every file. */
export type FileColumns<Row> = {
  readonly first: readonly FileColumn<Row>[];
  readonly byKey: Readonly<Record<string, readonly FileColumn<Row>[]>>;
};

/** The file's heads and rows: what is always there, then the columns that are shown. */
export function fileOf<Row>({ first, byKey }: FileColumns<Row>, shown: readonly string[], rows: readonly Row[]) {
  const columns = [...first, ...shown.flatMap((key) => byKey[key] ?? [])];
  return {
    heads: columns.map(({ head }) => head),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** A time by the reader's clock, with its offset. */
export const timeCell = (at: Instant | null, zone: string): CsvCell => (at === null ? null : isoIn(at, zone));
