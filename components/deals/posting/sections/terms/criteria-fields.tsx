import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field, FieldError } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { useTypedValues } from "@/components/ui/long-form/typed-values";
import { criterionField, OWN_ROWS, typedWeights } from "@/domain/deals/posting/begin/terms/criteria-fields";
import { CRITERION_TITLE_MAX } from "@/domain/requests/terms";
import { type FormValues, valueOf } from "@/domain/shared/form-state";

type CriteriaFieldsProps = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

/** By what bids are ranked: price and time, which are computed, and up to four of the buyer's own, which its people score. */
export function CriteriaFields({ values, errors }: CriteriaFieldsProps) {
  const t = useTranslations("deals.form.terms");
  const weight = (row: number, label: string) => (
    <WeightField key={row} row={row} label={label} values={values} errors={errors} />
  );
  return (
    <fieldset id="criteria" tabIndex={-1} className="span-12 min-w-0">
      <legend className="field-label">{t("criteria")}</legend>
      <p className="field-help">{t("criteriaHelp")}</p>
      <FieldError id="criteria-error">{errors.criteria}</FieldError>
      <div className="form-grid">
        {weight(0, t("price"))}
        {weight(1, t("time"))}
        {OWN_ROWS.map((row, at) => {
          const name = criterionField(row, "title");
          return [
            <Field key={name} id={name} label={t("own", { number: at + 1 })} error={errors[name]} className="span-9">
              {(wiring) => (
                <TextInput
                  {...wiring}
                  name={name}
                  maxLength={CRITERION_TITLE_MAX}
                  defaultValue={valueOf(values, name)}
                />
              )}
            </Field>,
            weight(row, t("weightOf", { number: at + 1 })),
          ];
        })}
      </div>
      <WeightSum values={values} />
    </fieldset>
  );
}

type WeightFieldProps = CriteriaFieldsProps & { readonly row: number; readonly label: string };

function WeightField({ row, label, values, errors }: WeightFieldProps) {
  const name = criterionField(row, "weight");
  return (
    <Field id={name} label={label} error={errors[name]} className={row < 2 ? "span-6 pair" : "span-3"}>
      {(wiring) => <TextInput {...wiring} isNumber name={name} maxLength={3} defaultValue={valueOf(values, name)} />}
    </Field>
  );
}

/** What the weights come to, kept up while typing; without a script as of the last save. */
function WeightSum({ values }: Pick<CriteriaFieldsProps, "values">) {
  const t = useTranslations("deals.form.terms");
  const place = useRef<HTMLOutputElement>(null);
  const weights = typedWeights(useTypedValues(place, values));
  return (
    <output ref={place} className="field-help block">
      {weights && t(weights.sum === 100 ? "sum" : "sumWrong", weights)}
    </output>
  );
}
