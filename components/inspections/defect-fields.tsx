"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/inputs";
import type { RoundPlan } from "@/domain/inspections/round-plan";
import { DEFECT_CODES } from "@/domain/inspections/defect-codes";
import { DEFECTS_MAX, type Results } from "@/domain/inspections/results";
import { DEFECT_CLASSES, type DefectClass } from "@/domain/services/inspection/sampling";
import { useDefectNames } from "./inspection-words";
import { Counter } from "./counter";
import { findingId } from "./finding-fields";

type Defect = Results["defects"][number];
type DefectFieldsProps = {
  readonly plan: RoundPlan;
  readonly defects: readonly Defect[];
  readonly errors: Readonly<Record<string, string>>;
};

const NAMES_LIST = "defect-names";

type Row = { readonly key: number; readonly first: Defect | null };
type Counted = { readonly defectClass: DefectClass; readonly count: number };

/** How many of each class stand in the rows, against what is accepted: shown while it is counted, so that nobody is surprised. */
function Sums({ plan, counted }: { readonly plan: RoundPlan; readonly counted: readonly Counted[] }) {
  const t = useTranslations("inspections");
  if (plan.rows.length === 0) return null;
  return (
    <p className="live-sums" aria-live="polite">
      {plan.rows.map(({ defectClass, acceptanceNumber }) => {
        const found = counted.reduce((sum, one) => sum + (one.defectClass === defectClass ? one.count : 0), 0);
        return (
          <span key={defectClass}>
            {t("site.counted", { class: t(`class.${defectClass}`), found, limit: acceptanceNumber })}
          </span>
        );
      })}
    </p>
  );
}

/** Kinds of defect, each counted with two large buttons. A row without words is none; there is one to spare where no script adds any. */
export function DefectFields({ plan, defects, errors }: DefectFieldsProps) {
  const t = useTranslations("inspections");
  const first: readonly (Defect | null)[] = [...defects, null];
  const [rows, setRows] = useState<readonly Row[]>(() => first.map((defect, key) => ({ key, first: defect })));
  const [counts, setCounts] = useState<Readonly<Record<number, Counted>>>(() =>
    Object.fromEntries(defects.map(({ defectClass, count }, key) => [key, { defectClass, count }])),
  );
  const note = (key: number, change: Partial<Counted>) =>
    setCounts((before) => ({
      ...before,
      [key]: { ...(before[key] ?? { defectClass: "major", count: 0 }), ...change },
    }));
  const { defectName, names } = useDefectNames();
  const own = plan.rows.filter(({ sampleSize }) => sampleSize < plan.units);
  const classes = DEFECT_CLASSES.map((value) => ({ value, label: t(`class.${value}`) }));
  return (
    <fieldset className="field" id={findingId("results.defects")}>
      <legend className="field-label">{t("site.defects")}</legend>
      {own.map(({ defectClass, sampleSize }) => (
        <p key={defectClass} className="field-help">
          {t("site.ownSample", { class: t(`class.${defectClass}`), units: sampleSize })}
        </p>
      ))}
      <datalist id={NAMES_LIST}>
        {DEFECT_CODES.map((code) => (
          <option key={code} value={defectName(code)} />
        ))}
      </datalist>
      {names.map((one) => (
        <input key={one} type="hidden" name="results.defectNames" value={one} />
      ))}
      <Sums plan={plan} counted={Object.values(counts)} />
      {rows.map(({ key, first: defect }, at) => {
        const name = (part: string) => `results.defects[${at}].${part}`;
        const idOf = (part: string) => findingId(name(part));
        return (
          <fieldset key={key} className="row-of-list">
            <legend>{t("site.defect", { number: at + 1 })}</legend>
            <div className="form-grid">
              <Field id={idOf("code")} label={t("site.code")} error={errors[name("code")]} isRequired>
                {(wired) => (
                  <TextInput
                    {...wired}
                    name={name("code")}
                    maxLength={40}
                    list={NAMES_LIST}
                    defaultValue={defect ? defectName(defect.code) : ""}
                  />
                )}
              </Field>
              <Field id={idOf("defectClass")} label={t("site.class")} error={errors[name("defectClass")]} isRequired>
                {(wired) => (
                  <Select
                    {...wired}
                    name={name("defectClass")}
                    options={classes}
                    defaultValue={defect?.defectClass ?? "major"}
                    onChange={({ target }) => note(key, { defectClass: target.value as DefectClass })}
                  />
                )}
              </Field>
              <Field id={idOf("count")} label={t("site.count")} error={errors[name("count")]} isRequired>
                {(wired) => (
                  <Counter
                    {...wired}
                    name={name("count")}
                    defaultValue={defect ? String(defect.count) : ""}
                    moreLabel={t("site.more")}
                    lessLabel={t("site.less")}
                    onCount={(count) => note(key, { count })}
                  />
                )}
              </Field>
              <Field id={idOf("words")} label={t("site.words")} error={errors[name("words")]}>
                {(wired) => (
                  <TextInput {...wired} name={name("words")} maxLength={300} defaultValue={defect?.words ?? ""} />
                )}
              </Field>
            </div>
          </fieldset>
        );
      })}
      {rows.length < DEFECTS_MAX && (
        <div className="pt-2">
          <Button
            type="button"
            size="tall"
            icon="plus"
            onClick={() => setRows((before) => [...before, { key: before.length, first: null }])}
          >
            {t("site.addDefect")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
