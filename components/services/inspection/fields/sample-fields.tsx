import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { AQL_PRESET_NAMES } from "@/domain/services/inspection/sampling/aql-preset";
import { AQLS, LEVELS, SEVERITIES } from "@/domain/services/inspection/sampling/sampling";
import { SelectField } from "../../fields/choice/select-field";
import type { FieldsForm } from "../../fields/fields-form";
import { FoldedFields } from "../../fields/folded-fields";
import { NumberField } from "../../fields/number-field";
import { optionsOf } from "../../fields/options";

/** What a form that was not touched yet asks for. */
export const SAMPLE_PRESETS = { level: "II", severity: "normal", aqlPreset: "usual" } as const;

const OWN_LIMITS = ["aqlCritical", "aqlMajor", "aqlMinor"];

/** Lot, level and limits: the usual limits are one choice, own ones three. */
export function SampleFields({ form }: { readonly form: FieldsForm }) {
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
