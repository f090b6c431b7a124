import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/select";
import {
  DATE_SLOTS_MAX,
  INSPECTION_BODY_TYPES,
  INSPECTOR_GRADES,
  REPORT_LANGUAGES,
} from "@/domain/services/inspection/choices";
import { CheckField, CheckListField, SelectField, optionsOf } from "../choice-fields";
import { type FieldProps, type FieldsForm, type FieldsProps, useFieldsForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { NumberField, TextField } from "../text-fields";
import { DateInput } from "@/components/ui/form/inputs";
import { FieldError } from "@/components/ui/form/field";
import type { ServiceForms } from "../screens";
import { InspectionSpecFields } from "./spec-fields";

/** Up to `daysMax` days of one list; the first one carries the id, so that an error summary can lead to it. */
function DaysField({ form, name, daysMax, className = "" }: FieldProps & { readonly daysMax: number }) {
  const id = form.nameOf(name);
  const [help, error] = [form.help(name), form.errorOf(name)];
  const days = form.valuesOf(name).filter((day) => day !== "");
  const described = [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={`field ${className}`.trimEnd()} aria-describedby={described || undefined}>
      <legend className="field-label">{form.label(name)}</legend>
      <div className="grid grid-cols-2 gap-2 desk:grid-cols-3">
        {Array.from({ length: daysMax }, (_, place) => (
          <DateInput
            key={`day-${place.toString()}`}
            id={place === 0 ? id : undefined}
            name={id}
            defaultValue={days[place] ?? ""}
            aria-label={`${form.label(name)} ${place + 1}`}
          />
        ))}
      </div>
      {help && (
        <p className="field-help" id={`${id}-description`}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

const INSPECTOR = ["inspectorGrade", "inspectorLanguages", "accreditationType", "accreditationNumber"];
const REPORT = ["reportLanguage", "cancellationHours"];

function InspectionTermsFields(props: FieldsProps) {
  const form = useFieldsForm("inspection", "terms", props);
  const words = useTranslations("services");
  const languages = optionsOf(REPORT_LANGUAGES, (value) => words(`language.${value}`));
  return (
    <>
      <NumberField form={form} name="manDaysOffered" />
      <NumberField form={form} name="reportHours" />
      <DaysField form={form} name="dateSlots" daysMax={DATE_SLOTS_MAX} className="span-12" />
      <CheckField form={form} name="isImpartial" isRequired className="span-12" />
      <InspectorFields form={form} languages={languages} />
      <FoldedFields form={form} fold="report" names={REPORT}>
        <SelectField form={form} name="reportLanguage" options={languages} />
        <NumberField form={form} name="cancellationHours" />
      </FoldedFields>
    </>
  );
}

type InspectorFieldsProps = { readonly form: FieldsForm; readonly languages: readonly Option[] };

function InspectorFields({ form, languages }: InspectorFieldsProps) {
  const option = useTranslations("service-inspection.option");
  return (
    <FoldedFields form={form} fold="inspector" names={INSPECTOR}>
      <SelectField
        form={form}
        name="inspectorGrade"
        options={optionsOf(INSPECTOR_GRADES, (value) => option(`grade.${value}`))}
        className="span-12"
      />
      <CheckListField form={form} name="inspectorLanguages" options={languages} className="span-12" />
      <SelectField
        form={form}
        name="accreditationType"
        options={optionsOf(INSPECTION_BODY_TYPES, (value) => option(`bodyType.${value}`))}
      />
      <TextField form={form} name="accreditationNumber" maxLength={60} />
    </FoldedFields>
  );
}

export const inspectionForms: ServiceForms = {
  SpecFields: InspectionSpecFields,
  TermsFields: InspectionTermsFields,
};
