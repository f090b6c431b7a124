import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, RowsField } from "./field";
import { withoutRow, withRow } from "./rows";

const INTENT = /^(add-row|remove-row):([\w.]{1,80})(?:\[(\d{1,3})\])?$/;

/**
 * The form's values after a list's own button, `add-row:terms.legs` or `remove-row:terms.legs[2]`; `fields` are those whose names begin
 * with `prefix`. Null where the button is none of these or there is no such list.
 */
export function editRows(
  intent: string,
  values: FormValues,
  of: { readonly fields: readonly FormField[]; readonly prefix: string },
): FormValues | null {
  const [, verb, list = "", row] = INTENT.exec(intent) ?? [];
  const field = of.fields.find((one): one is RowsField => one.as === "rows" && of.prefix + one.name === list);
  if (!field) return null;
  if (verb === "add-row") return withRow(values, list, { rowsMax: field.rowsMax, firstPart: field.rowFields[0].name });
  return row === undefined ? null : withoutRow(values, list, Number(row));
}
