import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { INSPECTION_TYPES, REPORT_LANGUAGES } from "@/domain/services/inspection/choices";
import { AQLS, LEVELS, SEVERITIES } from "@/domain/services/inspection/sampling/sampling";
import { CheckField } from "../fields/choice/check-field";
import { DateField } from "../fields/date-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { MoreFields } from "../fields/more-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";

const MORE = [
  "alternativeDate",
  "checksPerUnit",
  "labTests",
  "containers",
  "packedPercent",
  "reportLanguage",
  "hasGoldenSample",
  "remarks",
];

/** The limits that are usual for consumer goods. */
const USUAL = { aqlCritical: "0", aqlMajor: "2.5", aqlMinor: "4" } as const;

export function InspectionSpecFields(props: FieldsProps) {
  const form = useFieldsForm("inspection", "spec", props);
  const words = useTranslations("services");
  const option = useTranslations("service-inspection.option");
  const limit = numberFormat(useLocale(), {});
  const limits = [0, ...AQLS].map((aql) => ({ value: String(aql), label: limit.format(aql) }));
  return (
    <>
      <SelectField
        form={form}
        name="type"
        isRequired
        options={optionsOf(INSPECTION_TYPES, (value) => option(`type.${value}`))}
      />
      <DateField form={form} name="date" isRequired />
      <TextField form={form} name="factoryAddress" isRequired maxLength={300} className="span-12" />
      <input type="hidden" name={form.nameOf("standard")} value="iso-2859-1" />
      <NumberField form={form} name="lotSize" className="span-4" />
      <SelectField form={form} name="level" preset="II" options={optionsOf(LEVELS, String)} className="span-4" />
      <SelectField
        form={form}
        name="severity"
        preset="normal"
        options={optionsOf(SEVERITIES, (value) => option(`severity.${value}`))}
        className="span-4"
      />
      {Object.entries(USUAL).map(([name, preset]) => (
        <SelectField key={name} form={form} name={name} preset={preset} options={limits} className="span-4" />
      ))}
      <MoreFields form={form} names={MORE}>
        <DateField form={form} name="alternativeDate" />
        <NumberField form={form} name="packedPercent" />
        <NumberField form={form} name="checksPerUnit" />
        <NumberField form={form} name="labTests" />
        <NumberField form={form} name="containers" />
        <SelectField
          form={form}
          name="reportLanguage"
          options={optionsOf(REPORT_LANGUAGES, (value) => words(`language.${value}`))}
        />
        <CheckField form={form} name="hasGoldenSample" className="span-12" />
        <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
      </MoreFields>
    </>
  );
}
