"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, TextArea } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { FormSection } from "@/components/ui/form/form-section";
import { licenceLines } from "@/domain/catalogue/licence-lines";
import { type FormAction, type FormValues, valueOf } from "@/domain/shared/form-state";
import { LicenceFields, ListingReach, type ReachOptions } from "./listing-fields";

type ListingFormProps = ReachOptions & {
  readonly action: FormAction;
  readonly service: string;
  readonly idempotencyKey: string;
  /** The listing as it is kept, in the form's own names. */
  readonly initial: FormValues;
};

const fieldId = (name: string) => `listing-${name.replace(/[^a-zA-Z0-9]+/g, "-")}`;
const isShown = (name: string) =>
  ["summary", "hubIds", "corridors", "languages"].includes(name) || /^licences\[\d+\]\./.test(name);

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
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={(name) => (isShown(name) ? fieldId(name) : null)} />
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
      <ListingReach
        values={values}
        errors={errors}
        hubs={hubs}
        corridors={corridors}
        languages={languages}
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
