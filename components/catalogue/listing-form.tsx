"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field, FieldError } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { FormSection } from "@/components/ui/form/form-section";
import type { Option } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { licenceLines } from "@/domain/catalogue/licence-lines";
import { type FormAction, type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { LicenceFields } from "./licence-fields";

type ListingFormProps = {
  readonly action: FormAction;
  readonly service: string;
  readonly idempotencyKey: string;
  /** The listing as it is kept, in the form's own names. */
  readonly initial: FormValues;
  readonly hubs: readonly (Option & { readonly group: string })[];
  readonly corridors: readonly Option[];
  readonly languages: readonly Option[];
};

const fieldId = (name: string) => `listing-${name.replace(/[^a-zA-Z0-9]+/g, "-")}`;

type ChecksProps = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Many of many. The first box carries the id that an error leads to. */
function Checks({ name, legend, options, chosen, error }: ChecksProps) {
  return (
    <fieldset className="field span-12" aria-describedby={error ? `${fieldId(name)}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <div className="check-columns">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? fieldId(name) : undefined}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      <FieldError id={`${fieldId(name)}-error`}>{error}</FieldError>
    </fieldset>
  );
}

export function ListingForm({
  action,
  service,
  idempotencyKey,
  initial,
  hubs,
  corridors,
  languages,
}: ListingFormProps) {
  const t = useTranslations("catalogue.form");
  const [state, submit, isSending] = useActionState(action, null);
  const values = state?.values ?? initial;
  const errors = state?.fieldErrors ?? {};
  const groups = [...new Set(hubs.map((hub) => hub.group))];
  return (
    <form key={state?.key} action={submit} className="form-stack">
      <FormProblems state={state} fieldId={fieldId} />
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {/* Enter in a field presses the first button, which must not be one that takes a line away. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <FormSection number={1} title={t("offer")}>
        <Field
          id={fieldId("summary")}
          className="span-12"
          label={t("summary")}
          help={t("summaryHelp")}
          error={errors.summary}
          isRequired
        >
          {(wired) => (
            <TextArea {...wired} name="summary" rows={4} maxLength={600} defaultValue={valueOf(values, "summary")} />
          )}
        </Field>
      </FormSection>
      <FormSection number={2} title={t("where")} lead={t("whereLead")}>
        {groups.map((group, index) => (
          <Checks
            key={group}
            name="hubIds"
            legend={t("hubs", { group })}
            options={hubs.filter((hub) => hub.group === group)}
            chosen={valuesOf(values, "hubIds")}
            error={index === 0 ? errors.hubIds : undefined}
          />
        ))}
        <Checks
          name="corridors"
          legend={t("corridors")}
          options={corridors}
          chosen={valuesOf(values, "corridors")}
          error={errors.corridors}
        />
      </FormSection>
      <FormSection number={3} title={t("languages")}>
        <Checks
          name="languages"
          legend={t("languagesLegend")}
          options={languages}
          chosen={valuesOf(values, "languages")}
          error={errors.languages}
        />
      </FormSection>
      <FormSection number={4} title={t("licences")} lead={t("licencesLead")}>
        <LicenceFields lines={licenceLines(values)} errors={errors} fieldId={fieldId} />
      </FormSection>
      <FormSection number={5} title={t("shown")}>
        <Checkbox
          name="isActive"
          label={t("isActive")}
          detail={t("isActiveHelp")}
          defaultChecked={valueOf(values, "isActive") === "on"}
        />
      </FormSection>
      <div>
        <Button variant="primary" icon="save" name="intent" value="save" disabled={isSending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
