"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/blocks";
import {
  Checkbox,
  DateInput,
  Field,
  FieldError,
  FormSection,
  type Option,
  TextArea,
  TextInput,
} from "@/components/ui/form/inputs";
import { type LicenceLine, licenceLines, LICENCES_MAX } from "@/domain/catalogue/licence-lines";
import { type FormAction, type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { useActionState } from "react";
import { FormProblems } from "@/components/ui/form/form-actions";

type LicenceFieldsProps = {
  readonly lines: readonly LicenceLine[];
  readonly errors: Readonly<Record<string, string>>;
  readonly fieldId: (name: string) => string;
};

/** A line a licence; buttons of the form itself add and take away lines, so it works without a script. */
export function LicenceFields({ lines, errors, fieldId }: LicenceFieldsProps) {
  const t = useTranslations("catalogue.form");
  return (
    <div className="form-stack span-12">
      {lines.map((line, index) => {
        const name = (part: string) => `licences[${index}].${part}`;
        return (
          // Lines have no name of their own; the form is drawn anew when one comes or goes.
          <fieldset key={name("")} className="form-grid">
            <legend className="sr-only">{t("licence", { number: index + 1 })}</legend>
            <Field
              id={fieldId(name("name"))}
              className="span-4"
              label={t("licenceName")}
              error={errors[name("name")]}
              isRequired
            >
              {({ required: _, ...wired }) => (
                <TextInput {...wired} name={name("name")} maxLength={120} defaultValue={line.name} />
              )}
            </Field>
            <Field
              id={fieldId(name("number"))}
              className="span-3"
              label={t("licenceNumber")}
              error={errors[name("number")]}
              isRequired
            >
              {({ required: _, ...wired }) => (
                <TextInput {...wired} name={name("number")} maxLength={60} defaultValue={line.number} />
              )}
            </Field>
            <Field
              id={fieldId(name("validUntil"))}
              className="span-3"
              label={t("validUntil")}
              error={errors[name("validUntil")]}
            >
              {(wired) => <DateInput {...wired} name={name("validUntil")} defaultValue={line.validUntil} />}
            </Field>
            <div className="self-end desk:col-span-2">
              <Button
                variant="quiet"
                size="small"
                icon="x"
                name="intent"
                value={`remove-licence:${index}`}
                formNoValidate
              >
                {t("removeLicence", { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {lines.length < LICENCES_MAX && (
        <div>
          <Button size="small" icon="plus" name="intent" value="add-licence" formNoValidate>
            {t("addLicence")}
          </Button>
        </div>
      )}
    </div>
  );
}

type CheckGroupProps = {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Many of many. The first box carries the id that an error leads to. */
function CheckGroup({ id, name, legend, options, chosen, error }: CheckGroupProps) {
  return (
    <fieldset className="field span-12" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <div className="check-columns">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? id : undefined}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

export type ReachOptions = {
  readonly hubs: readonly (Option & { readonly group: string })[];
  readonly corridors: readonly Option[];
  readonly languages: readonly Option[];
  /** Of a service that carries goods; else none. */
  readonly equipment: readonly Option[];
};

type ListingReachProps = ReachOptions & {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly fieldId: (name: string) => string;
};

/** Where a provider works and in which languages. */
export function ListingReach({ values, errors, hubs, corridors, languages, equipment, fieldId }: ListingReachProps) {
  const t = useTranslations("catalogue.form");
  const groups = [...new Set(hubs.map((hub) => hub.group))];
  const of = (name: string) => ({ name, chosen: valuesOf(values, name) });
  return (
    <>
      <FormSection number={2} title={t("where")} lead={t("whereLead")}>
        {groups.map((group, index) => (
          <CheckGroup
            key={group}
            {...of("hubIds")}
            id={fieldId(index === 0 ? "hubIds" : `hubIds-${index}`)}
            legend={t("hubs", { group })}
            options={hubs.filter((hub) => hub.group === group)}
            error={index === 0 ? errors.hubIds : undefined}
          />
        ))}
        <CheckGroup
          {...of("corridors")}
          id={fieldId("corridors")}
          legend={t("corridors")}
          options={corridors}
          error={errors.corridors}
        />
        {equipment.length > 0 && (
          <CheckGroup
            {...of("equipment")}
            id={fieldId("equipment")}
            legend={t("equipment")}
            options={equipment}
            error={errors.equipment}
          />
        )}
      </FormSection>
      <FormSection number={3} title={t("languages")}>
        <CheckGroup
          {...of("languages")}
          id={fieldId("languages")}
          legend={t("languagesLegend")}
          options={languages}
          error={errors.languages}
        />
      </FormSection>
    </>
  );
}

type ListingFormProps = ReachOptions & {
  readonly action: FormAction;
  readonly service: string;
  readonly idempotencyKey: string;
  /** The listing as it is kept, in the form's own names. */
  readonly initial: FormValues;
  /** Where whoever came from elsewhere goes on; empty for the list of listings. */
  readonly next: string;
};

const fieldId = (name: string) => `listing-${name.replace(/[^a-zA-Z0-9]+/g, "-")}`;
const isShown = (name: string) =>
  ["summary", "hubIds", "corridors", "languages", "equipment"].includes(name) || /^licences\[\d+\]\./.test(name);

export function ListingForm({
  action,
  service,
  idempotencyKey,
  initial,
  next,
  hubs,
  corridors,
  languages,
  equipment,
}: ListingFormProps) {
  const t = useTranslations("catalogue.form");
  const [state, submit, isSending] = useActionState(action, null);
  const values = state?.values ?? initial;
  const errors = state?.fieldErrors ?? {};
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={(name) => (isShown(name) ? fieldId(name) : null)} />
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="next" value={next} />
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
      <ListingReach
        values={values}
        errors={errors}
        hubs={hubs}
        corridors={corridors}
        languages={languages}
        equipment={equipment}
        fieldId={fieldId}
      />
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
