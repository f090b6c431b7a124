import type { ReactNode } from "react";
import { rowField } from "@/domain/services/form/rows";
import type { FieldProps, FieldsForm } from "../fields-form";
import { RowList } from "./row-list";

type RowsFieldProps = Omit<FieldProps, "isRequired"> & {
  readonly rowsMax: number;
  /** Whether nothing of a row may be left out; none is where it is not said. */
  readonly isRowDue?: (row: number) => boolean;
  /** The fields of one row, each drawn with the form that it is given. */
  readonly children: (row: FieldsForm) => ReactNode;
};

type Row = { readonly list: string; readonly row: number; readonly isDue: boolean };

/** The same form seen from one row: names are the row's, labels those of the list's parts. */
function rowForm(form: FieldsForm, { list, row, isDue }: Row): FieldsForm {
  const name = (part: string) => rowField(list, row, part);
  return {
    ...form,
    label: (part) => form.label(`${list}.part.${part}`),
    help: (part) => form.help(`${list}.part.${part}`),
    nameOf: (part) => form.nameOf(name(part)),
    valueOf: (part) => form.valueOf(name(part)),
    valuesOf: (part) => form.valuesOf(name(part)),
    isRequired: () => isDue,
    errorOf: (part) => form.errorOf(name(part)),
  };
}

/** A list of a kind's request or bid. */
export function RowsField({ form, name, rowsMax, isRowDue, className, children }: RowsFieldProps) {
  return (
    <RowList
      id={form.nameOf(name)}
      legend={form.label(name)}
      help={form.help(name)}
      error={form.errorOf(name)}
      rows={form.rowsOf(name, rowsMax)}
      rowsMax={rowsMax}
      className={className}
    >
      {(row) => children(rowForm(form, { list: name, row, isDue: isRowDue?.(row) ?? false }))}
    </RowList>
  );
}
