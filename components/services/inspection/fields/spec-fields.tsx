import { useTranslations } from "next-intl";
import { inspectionRequired } from "@/domain/services/inspection/required";
import { inspectionSpecForm } from "@/domain/services/inspection/spec-form";
import {
  HOLD_RULES,
  INSPECTION_TYPES,
  PHOTO_SUBJECTS,
  REPORT_LANGUAGES,
  SITE_TESTS,
} from "@/domain/services/inspection/choices";
import { PRODUCTS_MAX } from "@/domain/services/inspection/bounds";
import { CheckField } from "../../fields/choice/check-field";
import { CheckListField } from "../../fields/choice/check-list-field";
import { SelectField } from "../../fields/choice/select-field";
import { DateField } from "../../fields/date-field";
import { type FieldsForm, type FieldsProps, useSpecForm } from "../../fields/fields-form";
import { FoldedFields } from "../../fields/folded-fields";
import { NumberField } from "../../fields/number-field";
import { optionsOf } from "../../fields/options";
import { RowsField } from "../../fields/rows/rows-field";
import { TextField } from "../../fields/text-field";
import { ChecklistFields, SpecialTestFields } from "./checklist-fields";
import { PlanLive } from "./plan-live";
import { SAMPLE_PRESETS, SampleFields } from "./sample-fields";

const TIMES = [
  "alternativeDate",
  "loadingDate",
  "madePercent",
  "packedPercent",
  "checksPerUnit",
  "labTests",
  "containers",
];
const TESTS = ["specialTests", "siteTests", "checklist"];
const REPORT = [
  "packing",
  "marks",
  "hasGoldenSample",
  "photosWanted",
  "reportLanguage",
  "secondReportLanguage",
  "holdRule",
  "remarks",
];

const RULES = { fields: inspectionSpecForm, required: inspectionRequired };

export function InspectionSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("inspection", props, RULES);
  const option = useTranslations("service-inspection.option");
  const { prefix, values } = props;
  const presets = Object.entries(SAMPLE_PRESETS).map(([name, value]) => [prefix + name, value]);
  return (
    <>
      <span ref={place} hidden />
      <SelectField form={form} name="type" options={optionsOf(INSPECTION_TYPES, (value) => option(`type.${value}`))} />
      <DateField form={form} name="date" />
      <TextField form={form} name="factoryAddress" maxLength={300} className="span-12" />
      <TextField form={form} name="factoryLat" maxLength={14} className="span-6" />
      <TextField form={form} name="factoryLon" maxLength={14} className="span-6" />
      <input type="hidden" name={form.nameOf("standard")} value="iso-2859-1" />
      <RowsField form={form} name="products" rowsMax={PRODUCTS_MAX}>
        {(row) => (
          <>
            <TextField form={row} name="name" maxLength={120} className="span-8" />
            <NumberField form={row} name="quantity" className="span-4" />
          </>
        )}
      </RowsField>
      <SampleFields form={form} />
      <PlanLive prefix={prefix} values={{ ...Object.fromEntries(presets), ...values }} />
      <TimeFields form={form} />
      <FoldedFields form={form} fold="tests" names={TESTS}>
        <SpecialTestFields form={form} />
        <CheckListField
          form={form}
          name="siteTests"
          options={optionsOf(SITE_TESTS, (value) => option(`test.${value}`))}
          className="span-12"
        />
        <ChecklistFields form={form} />
      </FoldedFields>
      <ReportFields form={form} />
    </>
  );
}

type PartProps = { readonly form: FieldsForm };

function TimeFields({ form }: PartProps) {
  return (
    <FoldedFields form={form} fold="times" names={TIMES}>
      <DateField form={form} name="alternativeDate" />
      <DateField form={form} name="loadingDate" />
      <NumberField form={form} name="madePercent" />
      <NumberField form={form} name="packedPercent" />
      <NumberField form={form} name="checksPerUnit" className="span-4" />
      <NumberField form={form} name="labTests" className="span-4" />
      <NumberField form={form} name="containers" className="span-4" />
    </FoldedFields>
  );
}

function ReportFields({ form }: PartProps) {
  const words = useTranslations("services");
  const option = useTranslations("service-inspection.option");
  const languages = optionsOf(REPORT_LANGUAGES, (value) => words(`language.${value}`));
  return (
    <FoldedFields form={form} fold="report" names={REPORT}>
      <TextField form={form} name="packing" maxLength={300} isLong />
      <TextField form={form} name="marks" maxLength={300} isLong />
      <CheckField form={form} name="hasGoldenSample" className="span-12" />
      <CheckListField
        form={form}
        name="photosWanted"
        options={optionsOf(PHOTO_SUBJECTS, (value) => option(`photo.${value}`))}
        className="span-12"
      />
      <SelectField form={form} name="reportLanguage" options={languages} className="span-4" />
      <SelectField form={form} name="secondReportLanguage" options={languages} className="span-4" />
      <SelectField
        form={form}
        name="holdRule"
        options={optionsOf(HOLD_RULES, (value) => option(`hold.${value}`))}
        className="span-4"
      />
      <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
    </FoldedFields>
  );
}
