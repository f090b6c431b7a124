"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, DateInput, TextInput } from "@/components/ui/form/inputs";
import { Field, FieldError } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type Option, Select } from "@/components/ui/form/select";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

/** The form's fields in their order: what each is called, how it is drawn, and how wide. */
const FIELDS = [
  { name: "ruleId", label: "name", help: "nameHelp", isRequired: true },
  { name: "document", label: "document", options: "documents", isRequired: true },
  { name: "provider", label: "provider", options: "providers", isRequired: true },
  { name: "fromDay", label: "fromDay", help: "fromHelp", isDay: true, isRequired: true },
  { name: "toDay", label: "toDay", help: "toHelp", isDay: true },
  { name: "directions", label: "directionField", options: "directions" },
  { name: "modes", label: "modes", options: "modes" },
  { name: "hubs", label: "hubs", help: "lists" },
  { name: "hsPrefixes", label: "hsPrefixes", help: "lists" },
  { name: "supervisionModes", label: "supervisionModes", help: "lists" },
  { name: "originCountries", label: "originCountries", help: "lists" },
  { name: "destinationCountries", label: "destinationCountries", help: "lists" },
  { name: "transitCountries", label: "transitCountries", help: "lists" },
  { name: "incoterms", label: "incoterms", help: "lists" },
  { name: "daysAhead", label: "daysAhead", help: "daysAheadHelp" },
  { name: "weightToleranceBps", label: "tolerance", help: "toleranceHelp" },
  { name: "source", label: "source", help: "sourceHelp", isRequired: true },
  { name: "noteEn", label: "noteEn", isRequired: true },
  { name: "noteZh", label: "noteZh", isRequired: true },
] as const;

type Drawn = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly options?: "documents" | "providers" | "directions" | "modes";
  readonly isDay?: boolean;
  readonly isRequired?: boolean;
};

const fieldId = (name: string) => `document-rule-${name}`;
const DANGEROUS = fieldId("isForDangerousGoods");

type DocumentRuleFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly options: Readonly<Record<NonNullable<Drawn["options"]>, readonly Option[]>>;
  readonly today: string;
};

/** Adds a dated row to the rules. Rows are never changed, so the form says what stands in the way and keeps what was typed. */
export function DocumentRuleForm({ action, idempotencyKey, options, today }: DocumentRuleFormProps) {
  const t = useTranslations("documents.rules");
  const [state, send] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string) => (state ? valueOf(state.values, name) : name === "fromDay" ? today : "");
  // A list that is typed shows a mistake in one of its members.
  const errorOf = (name: string) =>
    errors[name] ?? Object.entries(errors).find(([key]) => key.startsWith(`${name}[`))?.[1];
  return (
    <form action={send} key={state?.key} className="stack" noValidate>
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <FormProblems state={state} fieldId={(name) => fieldId(name.replace(/\[.*$/, ""))} />
      <div className="form-grid">
        {FIELDS.map((field: Drawn) => (
          <Field
            key={field.name}
            id={fieldId(field.name)}
            label={t(field.label)}
            help={field.help ? t(field.help) : undefined}
            error={errorOf(field.name)}
            isRequired={field.isRequired ?? false}
            className="span-4"
          >
            {(wired) =>
              field.options ? (
                <Select
                  {...wired}
                  name={field.name}
                  options={options[field.options]}
                  placeholder={field.isRequired ? undefined : t("any")}
                  defaultValue={kept(field.name)}
                />
              ) : field.isDay ? (
                <DateInput {...wired} name={field.name} min={today} defaultValue={kept(field.name)} />
              ) : (
                <TextInput {...wired} name={field.name} maxLength={300} defaultValue={kept(field.name)} />
              )
            }
          </Field>
        ))}
        <div className="field span-12">
          <Checkbox
            id={DANGEROUS}
            name="isForDangerousGoods"
            label={t("dangerous")}
            defaultChecked={kept("isForDangerousGoods") === "on"}
            aria-describedby={errors.isForDangerousGoods ? `${DANGEROUS}-error` : undefined}
          />
          <FieldError id={`${DANGEROUS}-error`}>{errors.isForDangerousGoods}</FieldError>
        </div>
      </div>
      <div>
        <Button variant="primary">{t("send")}</Button>
      </div>
    </form>
  );
}
