import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/actions/button";
import { FieldError } from "@/components/ui/form/field";
import { rowField } from "@/domain/services/form/rows";
import type { FieldProps, FieldsForm } from "./fields-form";

type RowsFieldProps = Omit<FieldProps, "isRequired"> & {
  readonly rowsMax: number;
  /** The fields of one row, each drawn with the form that it is given. */
  readonly children: (row: FieldsForm) => ReactNode;
};

/** The same form seen from one row: names are the row's, labels those of the list's parts. */
function rowForm(form: FieldsForm, list: string, row: number): FieldsForm {
  const name = (part: string) => rowField(list, row, part);
  return {
    ...form,
    label: (part) => form.label(`${list}.part.${part}`),
    help: (part) => form.help(`${list}.part.${part}`),
    nameOf: (part) => form.nameOf(name(part)),
    valueOf: (part) => form.valueOf(name(part)),
    valuesOf: (part) => form.valuesOf(name(part)),
    errorOf: (part) => form.errorOf(name(part)),
  };
}

/**
 * A list whose rows come and go by buttons that save the form with everything typed, so that it works without a script. A row left
 * empty is no row.
 */
export function RowsField({ form, name, rowsMax, className = "span-12", children }: RowsFieldProps) {
  const t = useTranslations("services.form");
  const id = form.nameOf(name);
  const [help, error] = [form.help(name), form.errorOf(name)];
  const rows = form.rowsOf(name, rowsMax);
  const described = [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} className={`min-w-0 ${className}`} aria-describedby={described || undefined}>
      <legend className="field-label">{form.label(name)}</legend>
      {help && (
        <p className="field-help" id={`${id}-description`}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {Array.from({ length: rows }, (_, row) => (
        // Rows have no name of their own: they are their place.
        <fieldset key={`row-${row.toString()}`} className="min-w-0 border-t border-line pt-2">
          <legend className="float-left text-sm text-ink-2">{t("row", { number: row + 1 })}</legend>
          {rows > 1 && (
            <div className="text-right">
              <Button size="small" variant="quiet" icon="trash-2" name="intent" value={`remove-row:${id}[${row}]`}>
                {t("removeRow", { number: row + 1 })}
              </Button>
            </div>
          )}
          <div className="form-grid clear-both">{children(rowForm(form, name, row))}</div>
        </fieldset>
      ))}
      {rows < rowsMax && (
        <Button size="small" icon="plus" name="intent" value={`add-row:${id}`}>
          {t("addRow")}
        </Button>
      )}
    </fieldset>
  );
}
