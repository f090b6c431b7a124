import { AmountInput, DateInput, DateTimeInput, Field, Select, TextArea, TextInput } from "@/components/ui/form/inputs";
import { type FieldProps, controlOf, fieldOf } from "./fields-form";
import { useTranslations } from "next-intl";
import { CURRENCIES } from "@/domain/shared/money";

type TextFieldProps = FieldProps & { readonly maxLength: number; readonly isLong?: boolean };

export function TextField({ maxLength, isLong = false, ...field }: TextFieldProps) {
  const control = { ...controlOf(field), maxLength };
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => (isLong ? <TextArea {...control} {...wiring} /> : <TextInput {...control} {...wiring} />)}
    </Field>
  );
}

export function NumberField(field: FieldProps) {
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => <TextInput isNumber autoComplete="off" {...controlOf(field)} {...wiring} />}
    </Field>
  );
}

export function DateField(field: FieldProps) {
  return <Field {...fieldOf(field)}>{(wiring) => <DateInput {...controlOf(field)} {...wiring} />}</Field>;
}

/** A clock time in the reader's zone. */
export function TimeField(field: FieldProps) {
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => <DateTimeInput zone={field.form.zone} {...controlOf(field)} {...wiring} />}
    </Field>
  );
}

const OPTIONS = CURRENCIES.map((code) => ({ value: code, label: code }));

/** An amount with its currency beside it; the currency's field is named like the amount's with `Currency` after it, and its fault is marked at it. */
export function MoneyField(field: FieldProps) {
  const t = useTranslations("services.form");
  const { form, name } = field;
  const currencyName = `${name}Currency`;
  const [amountFault, currencyFault] = [form.errorOf(name), form.errorOf(currencyName)];
  return (
    <Field {...fieldOf(field)} error={amountFault ?? currencyFault}>
      {(wiring) => (
        <div className="grid grid-cols-[7rem_1fr] gap-2">
          <Select
            id={form.nameOf(currencyName)}
            name={form.nameOf(currencyName)}
            aria-invalid={currencyFault ? true : undefined}
            aria-describedby={currencyFault ? wiring["aria-describedby"] : undefined}
            defaultValue={form.valueOf(currencyName)}
            options={OPTIONS}
            placeholder=""
            aria-label={t("currencyOf", { field: form.label(name) })}
          />
          <AmountInput {...controlOf(field)} {...wiring} aria-invalid={amountFault ? true : undefined} />
        </div>
      )}
    </Field>
  );
}
