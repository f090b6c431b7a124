import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/form/amount-input";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { SUPERVISION_MODES } from "@/domain/services/customs/choices";
import { CURRENCIES } from "@/domain/shared/money";

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
