import { useTranslations } from "next-intl";
import { AmountInput, DateInput, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { SUPERVISION_MODES } from "@/domain/services/customs/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { RowList } from "@/components/services/rows-field";
import { DOCUMENT_LINES_MAX, LINES, lineName, lineRows } from "@/domain/documents/document-line-rows";
import { type FormValues, valueOf } from "@/domain/shared/form-state";

const FIGURES = ["packages", "grossWeightGrams", "netWeightGrams", "total", "value", "amount"];
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  incoterm: INCOTERMS,
  supervisionMode: SUPERVISION_MODES,
  currency: CURRENCIES,
};
const TEXT_MAX = 400;

type DocumentFieldProps = {
  /** The whole name as it is sent: `fields.lines[0].hsCode`. */
  readonly name: string;
  /** The last word of it, by which it is labelled. */
  readonly part: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly isRequired: boolean;
  readonly className?: string;
};

export const documentFieldId = (name: string): string => `paper-${name}`;

/** One field of a paper, drawn as its part asks. */
export function DocumentField({ name, part, value, error, isRequired, className }: DocumentFieldProps) {
  const t = useTranslations("documents.form");
  const control = { name, defaultValue: value };
  const choices = CHOICES[part];
  return (
    <Field
      id={documentFieldId(name)}
      label={t(`field.${part}`)}
      help={t.has(`help.${part}`) && !name.includes("[") ? t(`help.${part}`) : undefined}
      error={error}
      isRequired={isRequired}
      className={className}
    >
      {(wired) =>
        choices ? (
          <Select
            {...wired}
            {...control}
            placeholder=""
            options={choices.map((choice) => ({ value: choice, label: choice }))}
          />
        ) : part === "validUntil" || part === "date" ? (
          <DateInput {...wired} {...control} />
        ) : FIGURES.includes(part) ? (
          <AmountInput {...wired} {...control} />
        ) : (
          <TextInput {...wired} {...control} maxLength={TEXT_MAX} autoComplete="off" />
        )
      }
    </Field>
  );
}

/** On a phone short ones stand two abreast. */
const SHORT = ["hsCode", "amount", "packages", "grossWeightGrams"];

type DocumentLinesProps = {
  /** The parts of a line, in their order. */
  readonly parts: readonly string[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

const widthOf = (part: string, parts: readonly string[]): string => {
  const width = parts.length > 3 ? "span-3" : "span-4";
  return SHORT.includes(part) && parts.filter((one) => SHORT.includes(one)).length > 1 ? `${width} pair` : width;
};

/** The lines of an invoice, packing list or declaration. */
export function DocumentLines({ parts, values, errors }: DocumentLinesProps) {
  const t = useTranslations("documents.form");
  return (
    <RowList
      id={LINES}
      legend={t("lines")}
      help={t("linesHelp")}
      error={errors[LINES]}
      rows={lineRows(values, errors)}
      rowsMax={DOCUMENT_LINES_MAX}
    >
      {(position) =>
        parts.map((part) => {
          const name = lineName(position, part);
          return (
            <DocumentField
              key={part}
              name={name}
              part={part}
              value={valueOf(values, name)}
              error={errors[name]}
              isRequired={false}
              className={widthOf(part, parts)}
            />
          );
        })
      }
    </RowList>
  );
}
