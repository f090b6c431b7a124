import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/form/amount-input";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { CURRENCIES } from "@/domain/shared/money";
import { controlOf, type FieldProps, fieldOf } from "./fields-form";

const OPTIONS = CURRENCIES.map((code) => ({ value: code, label: code }));

/** An amount with its currency beside it; the currency's field is named like the amount's with `Currency` after it. */
export function MoneyField(field: FieldProps) {
  const t = useTranslations("services.form");
  const { form, name } = field;
  const currencyName = `${name}Currency`;
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => (
        <div className="grid grid-cols-[7rem_1fr] gap-2">
          <Select
            name={form.nameOf(currencyName)}
            defaultValue={form.valueOf(currencyName)}
            options={OPTIONS}
            placeholder=""
            aria-label={t("currencyOf", { field: form.label(name) })}
          />
          <AmountInput {...controlOf(field)} {...wiring} />
        </div>
      )}
    </Field>
  );
}
