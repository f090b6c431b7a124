"use client";

"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { Button, Note } from "@/components/ui/blocks";
import { Field, Select, TextArea, TextInput } from "@/components/ui/form/inputs";
import type { RoundPlan } from "@/domain/inspections/round-plan";
import { DEFECT_CODES } from "@/domain/inspections/defect-codes";
import { DEFECTS_MAX, NO_RESULTS, REMARKS_MAX, type Results } from "@/domain/inspections/results/results";
import { DEFECT_CLASSES, type DefectClass } from "@/domain/services/inspection/sampling";
import { useDefectNames, useFindingLabels } from "./inspection-words";
import { Counter } from "./counter";
import { findingId, findingsOf } from "./finding-fields";
import { FieldGrid } from "@/components/ui/form/action-form";
import { FormProblems, SendBar } from "@/components/ui/form/form-actions";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { ChecklistFields, QuantityFields, TestFields } from "./checklist-fields";
import { PhoneFull } from "./site-outbox";
import { type SiteOutbox, useKeptForm } from "./kept-forms";

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

type CartonTicksProps = { readonly drawn: readonly number[]; readonly opened: readonly number[] };

/** The drawn cartons, each a tick as large as a thumb. */
function CartonTicks({ drawn, opened }: CartonTicksProps) {
  const t = useTranslations("inspections.site");
  const [count, setCount] = useState(() => drawn.filter((carton) => opened.includes(carton)).length);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) =>
    setCount((before) => before + (target.checked ? 1 : -1));
  return (
    <fieldset className="field" id={findingId("results.openedCartons")}>
      <legend className="field-label">
        {t("cartons")} · <span aria-live="polite">{t("cartonsCount", { open: count, all: drawn.length })}</span>
      </legend>
      <p className="field-help">{t("cartonsHelp")}</p>
      <div className="carton-ticks">
        {drawn.map((carton) => (
          <label key={carton} className="carton-tick">
            <input
              type="checkbox"
              name="results.openedCartons"
              value={carton}
              aria-label={t("carton", { number: carton })}
              defaultChecked={opened.includes(carton)}
              onChange={onChange}
            />
            <span>{carton}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export type FindingsFormProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly plan: RoundPlan;
  readonly drawn: readonly number[];
  readonly results: Results | null;
  readonly outbox: SiteOutbox;
};

/** What is found on site, under one thumb: cartons to tick, units and defects to count, points to answer. There is no field for a verdict. */
export function FindingsForm({ action, hidden, plan, drawn, results: saved, outbox }: FindingsFormProps) {
  const t = useTranslations("inspections.site");
  const { state, typed, key, submit, onSubmit, isSending, isKept, isFull } = useKeptForm("results", action, outbox);
  const results = typed ? findingsOf(typed) : (saved ?? NO_RESULTS);
  const labels = useFindingLabels(plan, results);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string, first: string) => (typed && name in typed ? valueOf(typed, name) : first);
  const counting = { moreLabel: t("more"), lessLabel: t("less") };
  const unitsId = findingId("results.unitsInspected");
  return (
    <form key={key} action={submit} onSubmit={onSubmit} className="form-stack site-form" noValidate>
      <FormProblems state={state} fieldId={findingId} labels={labels} />
      {isFull && <PhoneFull />}
      {isKept && (
        <Note tone="warn" isLive>
          {t("kept")}
        </Note>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {drawn.length > 0 && <CartonTicks drawn={drawn} opened={results.openedCartons} />}
      <Field
        id={unitsId}
        label={t("units")}
        help={plan.units > 0 ? t("unitsHelp", { units: plan.units }) : t("unitsPlain")}
        error={errors["results.unitsInspected"]}
        isRequired
      >
        {(wired) => (
          <Counter
            {...wired}
            {...counting}
            name="results.unitsInspected"
            defaultValue={kept("results.unitsInspected", String(results.unitsInspected))}
            max={plan.units > 0 ? plan.units : undefined}
          />
        )}
      </Field>
      <DefectFields plan={plan} defects={results.defects} errors={errors} />
      <QuantityFields plan={plan} results={results} errors={errors} />
      <FieldGrid
        formId="finding"
        fields={[
          { kind: "tick", name: "isConfirmed", label: t("confirm"), detail: t("confirmDetail"), isOnDemand: true },
        ]}
        state={typed && { values: typed, fieldErrors: errors }}
      />
      <ChecklistFields plan={plan} results={results} errors={errors} />
      <TestFields plan={plan} results={results} errors={errors} />
      <Field
        id={findingId("results.remarks")}
        label={t("remarks")}
        help={t("remarksHelp")}
        error={errors["results.remarks"]}
      >
        {(wired) => (
          <TextArea
            {...wired}
            name="results.remarks"
            maxLength={REMARKS_MAX}
            defaultValue={kept("results.remarks", results.remarks ?? "")}
          />
        )}
      </Field>
      <SendBar send={t("save")} icon="save" isSending={isSending} />
    </form>
  );
}
