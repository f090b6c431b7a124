import { type FormValues, valueOf } from "@/domain/shared/form-state";

/** The full name of one field of a list's row: `products[0].name`. */
export const rowField = (list: string, row: number, part: string): string => `${list}[${row}].${part}`;

/** Where in a form's values a name belongs to a row of this list; null where it does not. */
function placeIn(list: string, name: string): { readonly row: number; readonly part: string } | null {
  if (!name.startsWith(`${list}[`)) return null;
  const [, row, part] = /^\[(\d{1,3})\]\.(.+)$/.exec(name.slice(list.length)) ?? [];
  return row === undefined || part === undefined ? null : { row: Number(row), part };
}

/** How many rows of a list a form shows: at least one, so that an empty list shows where to begin. */
export function rowCount(values: FormValues | undefined, list: string, rowsMax: number): number {
  const rows = Object.keys(values ?? {}).flatMap((name) => placeIn(list, name)?.row ?? []);
  return Math.min(rowsMax, Math.max(0, ...rows) + 1);
}

/** The rows in which something was typed, as their places on the form; a row left empty is no row. */
export function filledRows(values: FormValues, list: string): number[] {
  const rows = Object.keys(values).flatMap((name) => {
    const place = placeIn(list, name);
    return place !== null && valueOf(values, name).trim() !== "" ? [place.row] : [];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** What was typed into one row, by the bare names of its fields. */
export const rowValues = (values: FormValues, list: string, row: number): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const place = placeIn(list, name);
      return place?.row === row ? [[place.part, value]] : [];
    }),
  );

/** The form's values with one empty row more; unchanged where the list is full. */
export function withRow(values: FormValues, list: string, of: { rowsMax: number; firstPart: string }): FormValues {
  const rows = rowCount(values, list, of.rowsMax);
  return rows < of.rowsMax ? { ...values, [rowField(list, rows, of.firstPart)]: "" } : values;
}

/** The form's values without one row; those after it move up. */
export const withoutRow = (values: FormValues, list: string, row: number): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const place = placeIn(list, name);
      if (place === null || place.row < row) return [[name, value]];
      return place.row === row ? [] : [[rowField(list, place.row - 1, place.part), value]];
    }),
  );
