import { filledRows, rowField, rowValues } from "../../../services/form/rows";
import type { LocalPart } from "../../../services/kind";
import { type FormValues, valueOf, valuesOf } from "../../../shared/form-state";
import { SUBCONTRACTORS_MAX } from "./limits";

const LIST = "subcontractors";

/**
 * The form's values with a row for each country in which the bidder has to name who declares, its country and parts filled in: without its
 * name and registration number the bid is refused. A part that a row already names stays there.
 */
export function withDeclarantRows(values: FormValues, parts: readonly LocalPart[]): FormValues {
  const filled = filledRows(values, LIST);
  const named = filled.flatMap((row) => valuesOf(values, rowField(LIST, row, "parts")));
  const missing = parts.filter(({ code }) => !named.includes(code));
  const countries = [...new Set(missing.map(({ country }) => country))];
  const first = Math.max(-1, ...filled) + 1;
  const rows = countries.slice(0, Math.max(0, SUBCONTRACTORS_MAX - first)).map((country, place) => ({
    [rowField(LIST, first + place, "name")]: "",
    [rowField(LIST, first + place, "country")]: country,
    [rowField(LIST, first + place, "parts")]: missing.filter((one) => one.country === country).map(({ code }) => code),
  }));
  return Object.assign({}, values, ...rows);
}

/**
 * Whether a row of the form has to be whole: one in which something stands, and the first while somebody still has to be named. Any other
 * that is left empty is no row.
 */
export function isRowDue(values: FormValues, row: number, parts: readonly LocalPart[]): boolean {
  const typed = rowValues(values, LIST, row);
  const isFilled = Object.keys(typed).some((name) => valueOf(typed, name).trim() !== "");
  return isFilled || (row === 0 && parts.length > 0);
}
