import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useState } from "react";
import { Button } from "@/components/ui/blocks";
import { useDrawnLate } from "@/components/ui/form/drawn-late";
import { AmountInput, FieldError, FormSection, type Option, Select, TextInput } from "@/components/ui/form/inputs";
import { LateFolds } from "@/components/ui/form/fold";
import { Icon } from "@/components/ui/icons/icon";
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
  /** By basis, how much of it the request is for, in words: a price is multiplied by that. */
  readonly quantities?: Readonly<Record<string, string>>;
  /** By position, what the lines come to, as the server has just made it. */
  readonly amounts?: Readonly<Record<number, string>>;
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
            <Button variant="quiet" className="-ml-2" icon="plus" name="intent" value="add-line" formNoValidate>
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
      <span className="bid-quantities text-sm text-ink-2">{t("quantityHelp")}</span>
      <FieldError id={`${id}-error`}>{errors.currency}</FieldError>
    </div>
  );
}

type RowProps = ChargeRowsProps & { readonly row: ChargeRow; readonly position: number };

/** What lies behind a line's name, in the order in which its first problem is told at its price. */
const BEHIND = ["minimum", "tiers", "code", "basis", "note", "alternative", "isPassThrough"] as const;
const PARTS = ["price", ...BEHIND] as const;

/** One line: what it is for and times how much, its price, and what that comes to. All else is behind its name. */
function Row(props: RowProps) {
  const { row, position, errors, amounts } = props;
  const t = useTranslations("bidding.form");
  const name = (part: string) => `charges[${position}].${part}`;
  const error = PARTS.map((part) => errors[name(part)]).find(Boolean);
  const priceId = bidFieldId(name("price"));
  // What a price is follows from its basis, and what the line says when folded from all of it; without a script from what it came with.
  const [chosen, setChosen] = useState(row);
  const isPercent = isPercentBasis(chosen.basis as Basis);
  const isSpread = chosen.basis === "bps_of_amount" && error === undefined;
  const described = error ? `${priceId}-error` : isSpread ? `${priceId}-help` : undefined;
  return (
    <li onChange={({ target }) => setChosen((before) => ({ ...before, ...typedIn(target, name("")) }))}>
      <RowDetails {...props} chosen={chosen} />
      <AmountInput
        id={priceId}
        // Always there: a field that came anew with its basis would lose what is typed in it.
        unit={isPercent ? "%" : <></>}
        aria-label={t(isPercent ? "line.percent" : "line.price", { number: position + 1 })}
        aria-invalid={error ? true : undefined}
        aria-describedby={described}
        name={name("price")}
        defaultValue={row.price}
      />
      <span className="bid-row-amount">{amounts?.[position]}</span>
      <FieldError id={`${priceId}-error`}>{error}</FieldError>
      {isSpread && (
        <small id={`${priceId}-help`} className="field-help">
          {t("percentHelp")}
        </small>
      )}
    </li>
  );
}

/** The part of a line that has just been typed or chosen. */
function typedIn(target: EventTarget, line: string): Partial<ChargeRow> {
  const { name, type, checked, value } = target as HTMLInputElement;
  return { [name.slice(line.length)]: type === "checkbox" ? (checked ? "on" : "") : value };
}

type RowDetailsProps = RowProps & { readonly chosen: ChargeRow };

/** What a folded line says of itself, so that it need not be opened to be read. */
function useSaid({ bases, quantities = {} }: ChargeRowsProps): (line: ChargeRow) => string {
  const t = useTranslations("bidding.form");
  const beside = useTranslations("bidding.beside");
  return ({ basis, minimum, tiers, alternative, note, isPassThrough }) =>
    [
      alternative !== "" && beside("alternative", { number: Number(alternative) }),
      labelOf(bases, basis),
      quantities[basis],
      minimum !== "" && `${t("heads.minimum")} ${minimum}`,
      tiers,
      isPassThrough !== "" && t("passThrough"),
      note,
    ]
      .filter(Boolean)
      .join(" · ");
}

const labelOf = (options: readonly Option[], value: string): string | undefined =>
  options.find((one) => one.value === value)?.label;

/** The line's name, which opens what it is for and what most leave out; drawn late, as all that is folded in a form. */
function RowDetails({ chosen, ...props }: RowDetailsProps) {
  const { row, position, errors, codes } = props;
  const t = useTranslations("bidding.form");
  const saidOf = useSaid(props);
  const late = useContext(LateFolds);
  const name = (part: string) => `charges[${position}].${part}`;
  const isWrong = BEHIND.some((part) => errors[name(part)] !== undefined);
  const isOpen = row.code === "" || row.basis === "" || isWrong;
  const { isDrawn, draw, place } = useDrawnLate<HTMLDetailsElement>(late === null || isOpen);
  return (
    <details ref={place} open={isOpen} onToggle={draw}>
      <summary>
        <Icon name="chevron-right" />
        <span>
          <b>{labelOf(codes, chosen.code) ?? t("line.new", { number: position + 1 })}</b>
          <small>{saidOf(chosen)}</small>
        </span>
      </summary>
      {isDrawn ? (
        <RowFields {...props} />
      ) : (
        <>
          <noscript>{late}</noscript>
          {BEHIND.filter((part) => row[part] !== "").map((part) => (
            <input key={part} type="hidden" name={name(part)} value={row[part]} />
          ))}
        </>
      )}
    </details>
  );
}

function RowFields({ row, position, codes, bases }: RowProps) {
  const t = useTranslations("bidding.form");
  const name = (part: string) => `charges[${position}].${part}`;
  const label = (part: "code" | "basis" | "minimum" | "tiers" | "note") => t(`line.${part}`, { number: position + 1 });
  const tiersHelp = `${bidFieldId(name("tiers"))}-help`;
  const choice = (part: "code" | "basis", options: readonly Option[]) => (
    <Cell label={t(`heads.${part}`)}>
      <Select
        aria-label={label(part)}
        name={name(part)}
        options={options}
        placeholder={t("choose")}
        defaultValue={row[part]}
      />
    </Cell>
  );
  return (
    <div className="form-grid">
      {choice("code", codes)}
      {choice("basis", bases)}
      <Cell label={t("heads.minimum")}>
        <TextInput
          isNumber
          autoComplete="off"
          aria-label={label("minimum")}
          name={name("minimum")}
          defaultValue={row.minimum}
        />
      </Cell>
      <Cell label={t("heads.tiers")}>
        <TextInput
          autoComplete="off"
          aria-label={label("tiers")}
          aria-describedby={tiersHelp}
          name={name("tiers")}
          maxLength={TIERS_TEXT_MAX}
          defaultValue={row.tiers}
        />
        <small className="field-help" id={tiersHelp}>
          {t("tiersHelp")}
        </small>
      </Cell>
      <AlternativeCell name={name("alternative")} number={position + 1} chosen={row.alternative} />
      <Cell label={t("heads.note")}>
        <TextInput aria-label={label("note")} name={name("note")} maxLength={200} defaultValue={row.note} />
      </Cell>
      <label className="check">
        <input type="checkbox" name={name("isPassThrough")} defaultChecked={row.isPassThrough !== ""} />
        <span>{t("passThrough")}</span>
      </label>
      <Button variant="quiet" size="small" icon="x" name="intent" value={`remove-line:${position}`} formNoValidate>
        {t("removeLine", { number: position + 1 })}
      </Button>
    </div>
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
    <Cell label={t("lineOfHead")}>
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

type CellProps = { readonly label: string; readonly children: ReactNode };

function Cell({ label, children }: CellProps) {
  return (
    <div className="pair">
      <span className="bid-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
