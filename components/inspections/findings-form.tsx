"use client";

import { useTranslations } from "next-intl";
import { SendBar } from "@/components/ui/form/form-actions";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextArea } from "@/components/ui/form/inputs";
import { Note } from "@/components/ui/note";
import type { RoundPlan } from "@/domain/inspections/round-plan";
import { NO_RESULTS, REMARKS_MAX, type Results } from "@/domain/inspections/results";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { ChecklistFields, QuantityFields, TestFields } from "./checklist-fields";
import { Counter } from "./counter";
import { DefectFields } from "./defect-fields";
import { useFindingLabels } from "./finding-labels";
import { findingId, findingsOf } from "./finding-fields";
import { PhoneFull } from "./site-outbox";
import { type SiteOutbox, useKeptForm } from "./kept-forms";
import { type ChangeEvent, useState } from "react";

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
