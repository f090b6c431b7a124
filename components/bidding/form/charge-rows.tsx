import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/actions/button";
import { FieldError } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { ChargeRow } from "@/domain/bidding/charge-rows";
import { CHARGE_LINES_MAX } from "@/domain/services/charge";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { bidFieldId } from "./bid-field-id";

type ChargeRowsProps = {
  readonly rows: readonly ChargeRow[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly codes: readonly Option[];
  readonly bases: readonly Option[];
  readonly currencies: readonly Option[];
};

/** The charge lines: code, basis and price are typed, the quantity never is. A line without a price is no line. */
export function ChargeRows({ rows, values, errors, codes, bases, currencies }: ChargeRowsProps) {
  const t = useTranslations("bidding.form");
  const currencyId = bidFieldId("currency");
  return (
    <>
      <div className="flow px-4 py-3">
        <label className="field-label" htmlFor={currencyId}>
          {t("currency")}
        </label>
        <Select
          id={currencyId}
          name="currency"
          options={currencies}
          defaultValue={valueOf(values, "currency")}
          aria-invalid={errors.currency ? true : undefined}
          aria-describedby={errors.currency ? `${currencyId}-error` : undefined}
        />
        <span className="text-sm text-ink-2">{t("quantityHelp")}</span>
        <FieldError id={`${currencyId}-error`}>{errors.currency}</FieldError>
      </div>
      <ul className="bid-rows" aria-label={t("lines")}>
        {rows.map((row, position) => (
          // Lines have no name of their own; the form is drawn anew when one comes or goes.
          <Row
            key={`${position}-${row.code}`}
            row={row}
            position={position}
            errors={errors}
            codes={codes}
            bases={bases}
          />
        ))}
      </ul>
      {rows.length < CHARGE_LINES_MAX && (
        <div className="px-4 py-2">
          <Button variant="quiet" icon="plus" name="intent" value="add-line" formNoValidate>
            {t("addLine")}
          </Button>
        </div>
      )}
    </>
  );
}

type RowProps = Pick<ChargeRowsProps, "errors" | "codes" | "bases"> & {
  readonly row: ChargeRow;
  readonly position: number;
};

function Row({ row, position, errors, codes, bases }: RowProps) {
  const t = useTranslations("bidding.form");
  const name = (part: string) => `charges[${position}].${part}`;
  const error = ["price", "minimum", "code", "basis", "note"].map((part) => errors[name(part)]).find(Boolean);
  const priceId = bidFieldId(name("price"));
  const label = (part: "code" | "basis" | "price" | "minimum" | "note") => t(`line.${part}`, { number: position + 1 });
  return (
    <li>
      <Cell label={t("heads.code")}>
        <Select
          aria-label={label("code")}
          name={name("code")}
          options={codes}
          placeholder={t("choose")}
          defaultValue={row.code}
        />
      </Cell>
      <Cell label={t("heads.basis")}>
        <Select
          aria-label={label("basis")}
          name={name("basis")}
          options={bases}
          placeholder={t("choose")}
          defaultValue={row.basis}
        />
      </Cell>
      <Cell label={t("heads.price")}>
        <TextInput
          id={priceId}
          isNumber
          autoComplete="off"
          aria-label={label("price")}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${priceId}-error` : undefined}
          name={name("price")}
          defaultValue={row.price}
        />
      </Cell>
      <Cell label={t("heads.minimum")}>
        <TextInput
          isNumber
          autoComplete="off"
          aria-label={label("minimum")}
          name={name("minimum")}
          defaultValue={row.minimum}
        />
      </Cell>
      <Cell label={t("heads.note")}>
        <TextInput aria-label={label("note")} name={name("note")} maxLength={200} defaultValue={row.note} />
      </Cell>
      <label className="check bid-row-pass">
        <input type="checkbox" name={name("isPassThrough")} defaultChecked={row.isPassThrough !== ""} />
        <span>{t("passThrough")}</span>
      </label>
      <Button
        variant="quiet"
        size="small"
        icon="x"
        name="intent"
        value={`remove-line:${position}`}
        formNoValidate
        aria-label={t("removeLine", { number: position + 1 })}
      />
      <FieldError id={`${priceId}-error`}>{error}</FieldError>
    </li>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <span className="bid-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
