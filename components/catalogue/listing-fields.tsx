import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox, DateInput, TextInput } from "@/components/ui/form/inputs";
import { Field, FieldError } from "@/components/ui/form/field";
import { LICENCES_MAX, type LicenceLine } from "@/domain/catalogue/licence-lines";
import { FormSection } from "@/components/ui/form/form-section";
import type { Option } from "@/components/ui/form/select";
import { type FormValues, valuesOf } from "@/domain/shared/form-state";

type LicenceFieldsProps = {
  readonly lines: readonly LicenceLine[];
  readonly errors: Readonly<Record<string, string>>;
  readonly fieldId: (name: string) => string;
};

/** A line a licence; buttons of the form itself add and take away lines, so it works without a script. */
export function LicenceFields({ lines, errors, fieldId }: LicenceFieldsProps) {
  const t = useTranslations("catalogue.form");
  return (
    <div className="form-stack span-12">
      {lines.map((line, index) => {
        const name = (part: string) => `licences[${index}].${part}`;
        return (
          // Lines have no name of their own; the form is drawn anew when one comes or goes.
          <fieldset key={name("")} className="form-grid">
            <legend className="sr-only">{t("licence", { number: index + 1 })}</legend>
            <Field
              id={fieldId(name("name"))}
              className="span-4"
              label={t("licenceName")}
              error={errors[name("name")]}
              isRequired
            >
              {({ required: _, ...wired }) => (
                <TextInput {...wired} name={name("name")} maxLength={120} defaultValue={line.name} />
              )}
            </Field>
            <Field
              id={fieldId(name("number"))}
              className="span-3"
              label={t("licenceNumber")}
              error={errors[name("number")]}
              isRequired
            >
              {({ required: _, ...wired }) => (
                <TextInput {...wired} name={name("number")} maxLength={60} defaultValue={line.number} />
              )}
            </Field>
            <Field
              id={fieldId(name("validUntil"))}
              className="span-3"
              label={t("validUntil")}
              error={errors[name("validUntil")]}
            >
              {(wired) => <DateInput {...wired} name={name("validUntil")} defaultValue={line.validUntil} />}
            </Field>
            <div className="self-end desk:col-span-2">
              <Button
                variant="quiet"
                size="small"
                icon="x"
                name="intent"
                value={`remove-licence:${index}`}
                formNoValidate
              >
                {t("removeLicence", { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {lines.length < LICENCES_MAX && (
        <div>
          <Button size="small" icon="plus" name="intent" value="add-licence" formNoValidate>
            {t("addLicence")}
          </Button>
        </div>
      )}
    </div>
  );
}

type CheckGroupProps = {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Many of many. The first box carries the id that an error leads to. */
function CheckGroup({ id, name, legend, options, chosen, error }: CheckGroupProps) {
  return (
    <fieldset className="field span-12" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <div className="check-columns">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? id : undefined}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

export type ReachOptions = {
  readonly hubs: readonly (Option & { readonly group: string })[];
  readonly corridors: readonly Option[];
  readonly languages: readonly Option[];
};

type ListingReachProps = ReachOptions & {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly fieldId: (name: string) => string;
};

/** Where a provider works and in which languages. */
export function ListingReach({ values, errors, hubs, corridors, languages, fieldId }: ListingReachProps) {
  const t = useTranslations("catalogue.form");
  const groups = [...new Set(hubs.map((hub) => hub.group))];
  const of = (name: string) => ({ name, chosen: valuesOf(values, name) });
  return (
    <>
      <FormSection number={2} title={t("where")} lead={t("whereLead")}>
        {groups.map((group, index) => (
          <CheckGroup
            key={group}
            {...of("hubIds")}
            id={fieldId(index === 0 ? "hubIds" : `hubIds-${index}`)}
            legend={t("hubs", { group })}
            options={hubs.filter((hub) => hub.group === group)}
            error={index === 0 ? errors.hubIds : undefined}
          />
        ))}
        <CheckGroup
          {...of("corridors")}
          id={fieldId("corridors")}
          legend={t("corridors")}
          options={corridors}
          error={errors.corridors}
        />
      </FormSection>
      <FormSection number={3} title={t("languages")}>
        <CheckGroup
          {...of("languages")}
          id={fieldId("languages")}
          legend={t("languagesLegend")}
          options={languages}
          error={errors.languages}
        />
      </FormSection>
    </>
  );
}
