import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";

const GROUPING = /[\s\u00A0\u202F]/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

const bareOf = (text: string): string => text.normalize("NFKC").replace(GROUPING, "");

/** A number as people write it, with either decimal sign; what is no number stays text, so that a schema can say so. */
export function readNumber(text: string): number | string {
  const bare = bareOf(text);
  return NUMBER.test(bare) ? Number(bare.replace(",", ".")) : text;
}

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

/** What a form holds and what is to be mended in it, by the full names of its fields. */
export type Typed = {
  readonly values?: FormValues;
  readonly errors?: Readonly<Record<string, string>>;
};

/** Whether a name is that of the field itself or of something within it: a row of a list, a member of a sum. */
export const isWithin = (name: string, field: string): boolean =>
  name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`);

const isGiven = (values: FormValues, field: string): boolean =>
  Object.keys(values).some(
    (name) => isWithin(name, field) && valuesOf(values, name).some((value) => value.trim() !== ""),
  );

/** How many of these fields somebody has filled in, chosen or ticked; a list counts once, with any of its rows. */
export const countGiven = (values: FormValues, fields: readonly string[]): number =>
  fields.filter((field) => isGiven(values, field)).length;

/** How much one list holds: its ticks or days, or its rows in which something was typed. */
export function countEntries(values: FormValues, list: string): number {
  const rows = filledRows(values, list).length;
  return rows > 0 ? rows : valuesOf(values, list).filter((value) => value.trim() !== "").length;
}

const isLaterRow = (name: string, field: string): boolean => /^\[[1-9]/.test(name.slice(field.length));

/**
 * Whether somebody filled one of these fields or has to mend one, so that they must not be hidden. A list counts from its second row on
 * even where that is empty: it was asked for, and an empty first row is always there.
 */
export const isTouched = ({ values = {}, errors = {} }: Typed, fields: readonly string[]): boolean =>
  fields.some(
    (field) =>
      Object.keys(errors).some((name) => isWithin(name, field)) ||
      Object.keys(values).some(
        (name) => isWithin(name, field) && (valueOf(values, name) !== "" || isLaterRow(name, field)),
      ),
  );
