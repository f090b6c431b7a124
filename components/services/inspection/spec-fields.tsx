import { useTranslations } from "next-intl";
import { inspectionRequired, inspectionSpecForm } from "@/domain/services/inspection/form";
import {
  CHECKLIST_MAX,
  CHECKPOINTS,
  HOLD_RULES,
  INSPECTION_TYPES,
  NAMED_TESTS,
  PHOTO_SUBJECTS,
  PRODUCTS_MAX,
  REPORT_LANGUAGES,
  SITE_TESTS,
  SPECIAL_TESTS_MAX,
} from "@/domain/services/inspection/choices";
import { CheckField, CheckListField, SelectField, optionsOf } from "../choice-fields";
import { DateField, NumberField, TextField } from "../text-fields";
import { type FieldsForm, type FieldsProps, useSpecForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { RowsField } from "../rows-field";
import { PlanLive } from "./plan-live";
import { AQLS, AQL_PRESET_NAMES, LEVELS, SEVERITIES, SPECIAL_LEVELS } from "@/domain/services/inspection/sampling";
import { useLocale } from "next-intl";
import { numberFormat } from "@/components/ui/intl-cache";

/** What a form that was not touched yet asks for. */
const SAMPLE_PRESETS = { level: "II", severity: "normal", aqlPreset: "usual" } as const;

const OWN_LIMITS = ["aqlCritical", "aqlMajor", "aqlMinor"];

/** Lot, level and limits: the usual limits are one choice, own ones three. */
function SampleFields({ form }: { readonly form: FieldsForm }) {
  const option = useTranslations("service-inspection.option");
  const asAbove = useTranslations("service-inspection")("asAbove");
  const limit = numberFormat(useLocale(), {});
  const limits = [0, ...AQLS].map((aql) => ({ value: String(aql), label: limit.format(aql) }));
  return (
    <>
      <NumberField form={form} name="lotSize" className="span-4" />
      <SelectField
        form={form}
        name="level"
        preset={SAMPLE_PRESETS.level}
        options={optionsOf(LEVELS, String)}
        className="span-4"
      />
      <SelectField
        form={form}
        name="severity"
        preset={SAMPLE_PRESETS.severity}
        options={optionsOf(SEVERITIES, (value) => option(`severity.${value}`))}
        className="span-4"
      />
      <SelectField
        form={form}
        name="aqlPreset"
        preset={SAMPLE_PRESETS.aqlPreset}
        options={optionsOf(AQL_PRESET_NAMES, (value) => option(`aqlPreset.${value}`))}
        className="span-12"
      />
      <FoldedFields form={form} fold="limits" names={OWN_LIMITS}>
        {OWN_LIMITS.map((name) => (
          <SelectField key={name} form={form} name={name} options={limits} emptyWord={asAbove} className="span-4" />
        ))}
      </FoldedFields>
    </>
  );
}

type ChecklistFieldsProps = { readonly form: FieldsForm };

/** Tests with a small sample of their own. */
function SpecialTestFields({ form }: ChecklistFieldsProps) {
  const option = useTranslations("service-inspection.option");
  return (
    <RowsField form={form} name="specialTests" rowsMax={SPECIAL_TESTS_MAX}>
      {(row) => (
        <>
          <SelectField
            form={row}
            name="test"
            options={optionsOf(NAMED_TESTS, (value) => option(`test.${value}`))}
            className="span-4"
          />
          <TextField form={row} name="text" maxLength={80} className="span-4" />
          <SelectField form={row} name="level" options={optionsOf(SPECIAL_LEVELS, String)} className="span-4" />
        </>
      )}
    </RowsField>
  );
}

/** What is looked at, point by point: one of the market's points, or the buyer's own words. */
function ChecklistFields({ form }: ChecklistFieldsProps) {
  const option = useTranslations("service-inspection.option");
  return (
    <RowsField form={form} name="checklist" rowsMax={CHECKLIST_MAX}>
      {(row) => (
        <>
          <SelectField
            form={row}
            name="code"
            options={optionsOf(CHECKPOINTS, (value) => option(`checkpoint.${value}`))}
            className="span-4"
          />
          <TextField form={row} name="text" maxLength={200} className="span-8" />
          <TextField form={row} name="method" maxLength={120} className="span-4" />
          <TextField form={row} name="tolerance" maxLength={80} className="span-4" />
          <TextField form={row} name="tool" maxLength={80} className="span-4" />
          <SelectField form={row} name="level" options={optionsOf(LEVELS, String)} className="span-4" />
          <CheckField form={row} name="isCritical" className="span-8" />
        </>
      )}
    </RowsField>
  );
}

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
      <TextField form={form} name="manufacturer" maxLength={160} className="span-12" />
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
