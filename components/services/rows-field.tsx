import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/blocks";
import { FieldError } from "@/components/ui/form/inputs";
import { rowField } from "@/domain/services/form-field";
import type { FieldProps, FieldsForm } from "./fields-form";

type RowListProps = {
  /** The list's full name, which its buttons ask for. */
  readonly id: string;
  readonly legend: string;
  readonly help?: string;
  readonly error?: string;
  readonly rows: number;
  readonly rowsMax: number;
  readonly className?: string;
  /** The fields of one row. */
  readonly children: (row: number) => ReactNode;
};

/**
 * A list whose rows come and go by buttons that send the form and get it back with everything typed, so that it works without a script.
 * A row left empty is no row.
 */
export function RowList({ id, legend, help, error, rows, rowsMax, className = "span-12", children }: RowListProps) {
  const t = useTranslations("services.form");
  const described = [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} className={`min-w-0 ${className}`} aria-describedby={described || undefined}>
      <legend className="field-label">{legend}</legend>
      {help && (
        <p className="field-help" id={`${id}-description`}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {Array.from({ length: rows }, (_, row) => (
        // Rows have no name of their own: they are their place.
        <fieldset key={`row-${row.toString()}`} className="row-of-list">
          <legend>{t("row", { number: row + 1 })}</legend>
          {rows > 1 && (
            <div className="text-right">
              <Button size="small" variant="quiet" icon="trash-2" name="intent" value={`remove-row:${id}[${row}]`}>
                {t("removeRow", { number: row + 1 })}
              </Button>
            </div>
          )}
          <div className="form-grid">{children(row)}</div>
        </fieldset>
      ))}
      {rows < rowsMax && (
        <div className="pt-2">
          <Button size="small" icon="plus" name="intent" value={`add-row:${id}`}>
            {t("addRow")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

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
