import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import { inspectionRequired, inspectionSpecForm } from "@/domain/services/inspection/form";
import { AQLS } from "@/domain/services/inspection/sampling";
import { inspectionFields } from "@/domain/services/inspection/spec";
import { type FieldsProps, useSpecForm } from "../fields-form";
import { ListedFields } from "../listed-fields";
import type { PlanLiveProps } from "./plan-live";

// It reckons samples and man-days: forms of other kinds, which bring the fields of all, do without.
const Plan = dynamic<PlanLiveProps>(() => import("./plan-live").then((parts) => parts.PlanLive));

/** What a form that was not touched yet asks for. */
const SAMPLE_PRESETS = { level: "II", severity: "normal", aqlPreset: "usual" } as const;

const RULES = { fields: inspectionSpecForm, required: inspectionRequired };

export function InspectionSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("inspection", props, RULES);
  const asAbove = useTranslations("service-inspection")("asAbove");
  const limit = numberFormat(useLocale(), {});
  const limits = {
    options: [0, ...AQLS].map((aql) => ({ value: String(aql), label: limit.format(aql) })),
    emptyWord: asAbove,
  };
  const { prefix, values } = props;
  const presets = Object.entries(SAMPLE_PRESETS).map(([name, value]) => [prefix + name, value]);
  return (
    <>
      <span ref={place} hidden />
      <ListedFields
        form={form}
        list={inspectionFields}
        selects={{
          level: { preset: SAMPLE_PRESETS.level },
          severity: { preset: SAMPLE_PRESETS.severity },
          aqlPreset: { preset: SAMPLE_PRESETS.aqlPreset },
          aqlCritical: limits,
          aqlMajor: limits,
          aqlMinor: limits,
        }}
        instead={{ standard: <input type="hidden" name={form.nameOf("standard")} value="iso-2859-1" /> }}
        after={{ limits: <Plan prefix={prefix} values={{ ...Object.fromEntries(presets), ...values }} /> }}
      />
    </>
  );
}
