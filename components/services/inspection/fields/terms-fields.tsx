import { useTranslations } from "next-intl";
import { INSPECTION_BODY_TYPES, INSPECTOR_GRADES, REPORT_LANGUAGES } from "@/domain/services/inspection/choices";
import { DATE_SLOTS_MAX } from "@/domain/services/inspection/bounds";
import { CheckField } from "../../fields/choice/check-field";
import { CheckListField } from "../../fields/choice/check-list-field";
import { SelectField } from "../../fields/choice/select-field";
import { DaysField } from "../../fields/days-field";
import { type FieldsProps, useFieldsForm } from "../../fields/fields-form";
import { NumberField } from "../../fields/number-field";
import { optionsOf } from "../../fields/options";
import { TextField } from "../../fields/text-field";

export function InspectionTermsFields(props: FieldsProps) {
  const form = useFieldsForm("inspection", "terms", props);
  const words = useTranslations("services");
  const option = useTranslations("service-inspection.option");
  const languages = optionsOf(REPORT_LANGUAGES, (value) => words(`language.${value}`));
  return (
    <>
      <NumberField form={form} name="manDaysOffered" />
      <SelectField
        form={form}
        name="inspectorGrade"
        options={optionsOf(INSPECTOR_GRADES, (value) => option(`grade.${value}`))}
      />
      <CheckListField form={form} name="inspectorLanguages" options={languages} className="span-12" />
      <SelectField
        form={form}
        name="accreditationType"
        options={optionsOf(INSPECTION_BODY_TYPES, (value) => option(`bodyType.${value}`))}
      />
      <TextField form={form} name="accreditationNumber" maxLength={60} />
      <DaysField form={form} name="dateSlots" daysMax={DATE_SLOTS_MAX} className="span-12" />
      <NumberField form={form} name="reportHours" className="span-4" />
      <SelectField form={form} name="reportLanguage" options={languages} className="span-4" />
      <NumberField form={form} name="cancellationHours" className="span-4" />
      <CheckField form={form} name="isImpartial" isRequired className="span-12" />
    </>
  );
}
