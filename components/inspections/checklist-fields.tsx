"use client";

import { useTranslations } from "next-intl";
import { Field, Select, TextInput } from "@/components/ui/form/inputs";
import type { RoundPlan } from "@/domain/inspections/round-plan";
import { OUTCOMES, type Results } from "@/domain/inspections/results/results";
import { usePlanWords } from "./inspection-words";
import { Counter } from "./counter";
import { findingId } from "./finding-fields";

type FieldsProps = {
  readonly plan: RoundPlan;
  readonly results: Results;
  readonly errors: Readonly<Record<string, string>>;
};

const shown = (value: number | undefined): string => (value === undefined ? "" : String(value));

/** Each point of the checklist with its result and what was measured. */
export function ChecklistFields({ plan, results, errors }: FieldsProps) {
  const t = useTranslations("inspections");
  const words = usePlanWords(plan, results);
  if (plan.points.length === 0) return null;
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }));
  return (
    <fieldset className="field">
      <legend className="field-label">{t("site.checklist")}</legend>
      {plan.points.map(({ isCritical, ownUnits, method, tolerance, tool }, at) => {
        const told = results.checklist.find(({ point }) => point === at);
        const name = (part: string) => `results.checklist[${at}].${part}`;
        const help = [
          method && t("site.method", { method }),
          tolerance && t("site.tolerance", { tolerance }),
          tool && t("site.tool", { tool }),
        ].filter(Boolean);
        const label = isCritical ? `${words.point(at)} (${t("site.critical")})` : words.point(at);
        return (
          <fieldset key={name("outcome")} className="row-of-list">
            <legend>{label}</legend>
            <div className="form-grid">
              <Field
                id={findingId(name("outcome"))}
                label={t("site.outcome")}
                help={help.length > 0 ? help.join(" · ") : undefined}
                error={errors[name("outcome")]}
                isRequired
              >
                {(wired) => (
                  <Select
                    {...wired}
                    name={name("outcome")}
                    options={outcomes}
                    placeholder={t("site.choose")}
                    defaultValue={told?.outcome ?? ""}
                  />
                )}
              </Field>
              <Field id={findingId(name("measured"))} label={t("site.measured")} error={errors[name("measured")]}>
                {(wired) => (
                  <TextInput {...wired} name={name("measured")} maxLength={200} defaultValue={told?.measured ?? ""} />
                )}
              </Field>
              {ownUnits !== null && (
                <Field
                  id={findingId(name("unitsChecked"))}
                  label={t("site.unitsChecked")}
                  help={t("site.unitsCheckedHelp", { units: ownUnits })}
                  error={errors[name("unitsChecked")]}
                  isRequired
                >
                  {(wired) => (
                    <Counter
                      {...wired}
                      name={name("unitsChecked")}
                      defaultValue={shown(told?.unitsChecked)}
                      moreLabel={t("site.more")}
                      lessLabel={t("site.less")}
                    />
                  )}
                </Field>
              )}
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}

/** The named tests, each on its own sample. */
export function TestFields({ plan, results, errors }: FieldsProps) {
  const t = useTranslations("inspections.site");
  const words = usePlanWords(plan, results);
  if (plan.tests.length === 0) return null;
  const counting = { moreLabel: t("more"), lessLabel: t("less") };
  return (
    <fieldset className="field">
      <legend className="field-label">{t("tests")}</legend>
      {plan.tests.map(({ sampleSize, acceptanceNumber }, at) => {
        const told = results.tests.find(({ test }) => test === at);
        const name = (part: string) => `results.tests[${at}].${part}`;
        return (
          <fieldset key={name("failed")} className="row-of-list">
            <legend>{words.test(at)}</legend>
            <div className="form-grid">
              <Field
                id={findingId(name("unitsTested"))}
                label={t("unitsTested")}
                help={t("testHelp", { units: sampleSize, limit: acceptanceNumber })}
                error={errors[name("unitsTested")]}
                isRequired
              >
                {(wired) => (
                  <Counter
                    {...wired}
                    {...counting}
                    name={name("unitsTested")}
                    defaultValue={shown(told?.unitsTested)}
                  />
                )}
              </Field>
              <Field id={findingId(name("failed"))} label={t("failed")} error={errors[name("failed")]} isRequired>
                {(wired) => (
                  <Counter {...wired} {...counting} name={name("failed")} defaultValue={shown(told?.failed)} />
                )}
              </Field>
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}

/** The goods as they stand there, against what was ordered. */
export function QuantityFields({ plan, results, errors }: FieldsProps) {
  const t = useTranslations("inspections.site");
  const words = usePlanWords(plan, results);
  if (plan.lines.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{t("quantities")}</legend>
      {plan.lines.map(({ ordered }, at) => {
        const told = results.quantities.find(({ line }) => line === at);
        const name = (part: string) => `results.quantities[${at}].${part}`;
        const number = (part: "presented" | "packed") => (
          <Field
            key={part}
            id={findingId(name(part))}
            label={t(part)}
            help={part === "presented" ? t("ordered", { ordered }) : undefined}
            error={errors[name(part)]}
            isRequired
          >
            {(wired) => (
              <TextInput {...wired} name={name(part)} isNumber inputMode="numeric" defaultValue={shown(told?.[part])} />
            )}
          </Field>
        );
        return (
          <fieldset key={name("presented")} className="row-of-list">
            <legend>{words.line(at)}</legend>
            <div className="form-grid">
              {number("presented")}
              {number("packed")}
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}
