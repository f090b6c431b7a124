import { filledRows } from "./rows";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";

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
