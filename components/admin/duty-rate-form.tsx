"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { Checkbox, DateInput, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Fold } from "@/components/ui/form/fold";
import { type Option, Select } from "@/components/ui/form/select";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

const TEXTS = ["hsPrefix", "percent", "unitPrice", "valueFrom"] as const;
const CHOICES = ["country", "charge", "method", "unitCurrency", "unit"] as const;
/** What every rate has; which of the others it needs goes by its method. */
const REQUIRED: ReadonlySet<string> = new Set(["country", "charge", "method", "validFrom", "source"]);
/** What a rate by percent leaves out. */
const BY_UNIT = ["unitPrice", "unitCurrency", "unit", "valueFrom"] as const;
const SHOWN = [...CHOICES, ...TEXTS, "validFrom", "source"];

type DutyFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly options: Readonly<Record<(typeof CHOICES)[number], readonly Option[]>>;
  /** What stands there before anything was typed. */
  readonly initial: Readonly<Record<string, string>>;
};

/** Enters one dated rate. Rates are never changed, so the form says what stands in the way and keeps what was typed. */
export function DutyForm({ action, idempotencyKey, options, initial }: DutyFormProps) {
  const t = useTranslations("duties.form");
  const [state, send, isSending] = useActionState(action, null);
  const kept = (name: string) => (state && name in state.values ? valueOf(state.values, name) : (initial[name] ?? ""));
  const typed = { values: state?.values, errors: state?.fieldErrors };
  const field = (name: string, control: (wiring: object) => ReactNode, className = "span-3") => (
    <Field
      id={`duty-${name}`}
      label={t(`${name}.label`)}
      help={t.has(`${name}.help`) ? t(`${name}.help`) : undefined}
      error={state?.fieldErrors[name]}
      isRequired={REQUIRED.has(name)}
      className={className}
    >
      {control}
    </Field>
  );
  const choice = (name: (typeof CHOICES)[number], placeholder?: string) =>
    field(name, (wiring) => (
      <Select
        {...wiring}
        name={name}
        options={options[name]}
        defaultValue={kept(name)}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    ));
  const text = (name: (typeof TEXTS)[number]) =>
    field(name, (wiring) => (
      <TextInput {...wiring} name={name} isNumber maxLength={40} autoComplete="off" defaultValue={kept(name)} />
    ));
  return (
    <form action={send} key={state?.key} className="stack" noValidate>
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <FormProblems state={state} fieldId={(name) => `duty-${name}`} shows={SHOWN} />
      <div className="form-grid">
        {choice("country")}
        {choice("charge")}
        {text("hsPrefix")}
        {choice("method")}
        {text("percent")}
        {field("validFrom", (wiring) => (
          <DateInput {...wiring} name="validFrom" defaultValue={kept("validFrom")} />
        ))}
        {field(
          "source",
          (wiring) => (
            <TextInput {...wiring} name="source" maxLength={200} defaultValue={kept("source")} />
          ),
          "span-6",
        )}
        <Fold title={t("byUnit")} inside={BY_UNIT.map((name) => t(`${name}.label`))} names={BY_UNIT} {...typed}>
          <div className="form-grid">
            {text("unitPrice")}
            {choice("unitCurrency", t("ofTheCountry"))}
            {choice("unit", t("none"))}
            {text("valueFrom")}
          </div>
        </Fold>
        <div className="span-12">
          <Checkbox name="isConfirmed" label={t("confirm")} defaultChecked={kept("isConfirmed") === "on"} />
        </div>
      </div>
      <SendBar send={t("send")} isSending={isSending} />
    </form>
  );
}
