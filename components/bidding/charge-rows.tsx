import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/blocks";
import { AmountInput, FieldError, FormSection, type Option, Select, TextInput } from "@/components/ui/form/inputs";
import { Fold } from "@/components/ui/form/fold";
import type { ChargeRow } from "@/domain/bidding/offer/charge-rows";
import { ALTERNATIVES_MAX } from "@/domain/bidding/bid-form-limits";
import { type Basis, CHARGE_LINES_MAX, isPercentBasis } from "@/domain/services/charge";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { bidFieldId, bidPartId } from "./bid-fields";

/** Five tiers, each with its longest quantity and price. */
const TIERS_TEXT_MAX = 200;

type ChargeRowsProps = {
  readonly rows: readonly ChargeRow[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly codes: readonly Option[];
  readonly bases: readonly Option[];
  readonly currencies: readonly Option[];
};

/** The charge lines: code, basis and price are typed, the quantity never is. A line without a price is no line. */
export function ChargeRows(props: ChargeRowsProps) {
  const t = useTranslations("bidding.form");
  const { rows } = props;
  return (
    <FormSection number={1} id={bidPartId("lines")} title={t("lines")} isFlat>
      <div className="span-12">
        <CurrencyChoice {...props} />
        <ul className="bid-rows" aria-label={t("lines")}>
          {rows.map((row, position) => (
            // Lines have no name of their own; the form is drawn anew when one comes or goes.
            <Row key={`${position}-${row.code}`} {...props} row={row} position={position} />
          ))}
        </ul>
        {rows.length < CHARGE_LINES_MAX && (
          <div className="pt-2">
            <Button variant="quiet" icon="plus" name="intent" value="add-line" formNoValidate>
              {t("addLine")}
            </Button>
          </div>
        )}
      </div>
    </FormSection>
  );
}

function CurrencyChoice({ values, errors, currencies }: ChargeRowsProps) {
  const t = useTranslations("bidding.form");
  const id = bidFieldId("currency");
  return (
    <div className="flow pb-3">
      <label className="field-label" htmlFor={id}>
        {t("currency")}
      </label>
      <Select
        id={id}
        name="currency"
        options={currencies}
        defaultValue={valueOf(values, "currency")}
        aria-invalid={errors.currency ? true : undefined}
        aria-describedby={errors.currency ? `${id}-error` : undefined}
      />
      <span className="text-sm text-ink-2">{t("quantityHelp")}</span>
      <FieldError id={`${id}-error`}>{errors.currency}</FieldError>
    </div>
  );
}

type RowProps = ChargeRowsProps & { readonly row: ChargeRow; readonly position: number };

function Row({ row, position, values, errors, codes, bases }: RowProps) {
  const t = useTranslations("bidding.form");
  const name = (part: string) => `charges[${position}].${part}`;
  const error = ["price", "minimum", "tiers", "code", "basis", "note", "alternative"]
    .map((part) => errors[name(part)])
    .find(Boolean);
  const priceId = bidFieldId(name("price"));
  // What a price is follows from its basis; without a script from the basis that the line came with.
  const [basis, setBasis] = useState(row.basis);
  const isPercent = isPercentBasis(basis as Basis);
  const isSpread = basis === "bps_of_amount" && error === undefined;
  const described = error ? `${priceId}-error` : isSpread ? `${priceId}-help` : undefined;
  const label = (part: "code" | "basis" | "price" | "percent" | "minimum" | "tiers" | "note") =>
    t(`line.${part}`, { number: position + 1 });
  const choice = (part: "code" | "basis", options: readonly Option[]) => (
    <Cell label={t(`heads.${part}`)}>
      <Select
        aria-label={label(part)}
        name={name(part)}
        options={options}
        placeholder={t("choose")}
        defaultValue={row[part]}
        onChange={part === "basis" ? ({ currentTarget }) => setBasis(currentTarget.value) : undefined}
      />
    </Cell>
  );
  return (
    <li>
      {choice("code", codes)}
      {choice("basis", bases)}
      <Cell label={t("heads.price")}>
        <AmountInput
          id={priceId}
          // Always there: a field that came anew with its basis would lose what is typed in it.
          unit={isPercent ? "%" : <></>}
          aria-label={label(isPercent ? "percent" : "price")}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          name={name("price")}
          defaultValue={row.price}
        />
      </Cell>
      <label className="check bid-row-pass">
        <input type="checkbox" name={name("isPassThrough")} defaultChecked={row.isPassThrough !== ""} />
        <span>{t("passThrough")}</span>
      </label>
      <FieldError id={`${priceId}-error`}>{error}</FieldError>
      {isSpread && (
        <small id={`${priceId}-help`} className="field-help">
          {t("percentHelp")}
        </small>
      )}
      <Fold
        title={t("line.more", { number: position + 1 })}
        names={[name("minimum"), name("tiers"), name("note"), name("alternative")]}
        values={values}
        errors={errors}
        className="bid-row-more"
      >
        <div className="form-grid">
          <Cell label={t("heads.minimum")} isShown>
            <TextInput
              isNumber
              autoComplete="off"
              aria-label={label("minimum")}
              name={name("minimum")}
              defaultValue={row.minimum}
            />
          </Cell>
          <Cell label={t("heads.tiers")} isShown>
            <TextInput
              autoComplete="off"
              aria-label={label("tiers")}
              aria-describedby={`${bidFieldId(name("tiers"))}-help`}
              name={name("tiers")}
              maxLength={TIERS_TEXT_MAX}
              defaultValue={row.tiers}
            />
            <small className="field-help" id={`${bidFieldId(name("tiers"))}-help`}>
              {t("tiersHelp")}
            </small>
          </Cell>
          <AlternativeCell name={name("alternative")} number={position + 1} chosen={row.alternative} />
          <Cell label={t("heads.note")} isShown>
            <TextInput aria-label={label("note")} name={name("note")} maxLength={200} defaultValue={row.note} />
          </Cell>
        </div>
      </Fold>
      <Button
        variant="quiet"
        size="small"
        icon="x"
        name="intent"
        value={`remove-line:${position}`}
        formNoValidate
        aria-label={t("removeLine", { number: position + 1 })}
      />
    </li>
  );
}

/** Which offer of the bid the line is of. */
function AlternativeCell({
  name,
  number,
  chosen,
}: {
  readonly name: string;
  readonly number: number;
  readonly chosen: string;
}) {
  const t = useTranslations("bidding.beside");
  const others = Array.from({ length: ALTERNATIVES_MAX }, (_, place) => place + 1);
  return (
    <Cell label={t("lineOfHead")} isShown>
      <Select
        aria-label={t("lineOf", { number })}
        name={name}
        placeholder={t("mainOffer")}
        options={others.map((one) => ({ value: String(one), label: t("alternative", { number: one }) }))}
        defaultValue={chosen}
      />
    </Cell>
  );
}

type CellProps = { readonly label: string; readonly isShown?: boolean; readonly children: ReactNode };

/** A control with its head: on a desk the first line's heads serve all lines, but for those that are folded away. */
function Cell({ label, isShown = false, children }: CellProps) {
  return (
    <div className={isShown ? "pair" : undefined}>
      <span className={isShown ? "bid-label is-shown" : "bid-label"} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
