import { useTranslations } from "next-intl";
import { INSPECTOR_GRADES, REPORT_LANGUAGES } from "@/domain/services/inspection/choices";
import { CheckField } from "../fields/choice/check-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";

export function InspectionTermsFields(props: FieldsProps) {
  const form = useFieldsForm("inspection", "terms", props);
  const words = useTranslations("services");
  const option = useTranslations("service-inspection.option");
  return (
    <>
      <SelectField
        form={form}
        name="inspectorGrade"
        options={optionsOf(INSPECTOR_GRADES, (value) => option(`grade.${value}`))}
      />
      <TextField form={form} name="accreditationNumber" maxLength={60} />
      <NumberField form={form} name="reportHours" />
      <SelectField
        form={form}
        name="reportLanguage"
        options={optionsOf(REPORT_LANGUAGES, (value) => words(`language.${value}`))}
      />
      <NumberField form={form} name="cancellationHours" />
      <CheckField form={form} name="isImpartial" className="span-12" />
    </>
  );
}
