import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/form/select";
import { INSPECTION_BODY_TYPES, INSPECTOR_GRADES, REPORT_LANGUAGES } from "@/domain/services/inspection/choices";
import { DATE_SLOTS_MAX } from "@/domain/services/inspection/bounds";
import { CheckField } from "../../fields/choice/check-field";
import { CheckListField } from "../../fields/choice/check-list-field";
import { SelectField } from "../../fields/choice/select-field";
import { DaysField } from "../../fields/days-field";
import { type FieldsForm, type FieldsProps, useFieldsForm } from "../../fields/fields-form";
import { FoldedFields } from "../../fields/folded-fields";
import { NumberField } from "../../fields/number-field";
import { optionsOf } from "../../fields/options";
import { TextField } from "../../fields/text-field";

const INSPECTOR = ["inspectorGrade", "inspectorLanguages", "accreditationType", "accreditationNumber"];
const REPORT = ["reportLanguage", "cancellationHours"];

export function InspectionTermsFields(props: FieldsProps) {
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
