import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/actions/button";
import { FieldError } from "@/components/ui/form/field";

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
