"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { Checkbox, DateInput, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

const SHOWN = ["base", "quote", "rate", "day", "source"];

type RateFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly currencies: readonly string[];
  readonly today: string;
};

/** Enters one dated rate. Rates are never changed, so the form says what stands in the way and keeps what was typed. */
export function RateForm({ action, idempotencyKey, currencies, today }: RateFormProps) {
  const t = useTranslations("admin.rates");
  const [state, send, isSending] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string, otherwise: string) =>
    state && name in state.values ? valueOf(state.values, name) : otherwise;
  const options = currencies.map((currency) => ({ value: currency, label: currency }));
  return (
    <form action={send} key={state?.key} className="stack" noValidate>
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <FormProblems state={state} fieldId={(name) => `rate-${name}`} shows={SHOWN} />
      <div className="form-grid">
        <Field id="rate-base" label={t("base")} error={errors.base} isRequired className="span-3">
          {(wiring) => <Select {...wiring} name="base" options={options} defaultValue={kept("base", "USD")} />}
        </Field>
        <Field id="rate-rate" label={t("quote")} help={t("rateHelp")} error={errors.rate} isRequired className="span-3">
          {(wiring) => (
            <TextInput {...wiring} name="rate" isNumber defaultValue={kept("rate", "")} autoComplete="off" />
          )}
        </Field>
        <Field id="rate-quote" label={t("currency")} error={errors.quote} isRequired className="span-3">
          {(wiring) => <Select {...wiring} name="quote" options={options} defaultValue={kept("quote", "CNY")} />}
        </Field>
        <Field id="rate-day" label={t("day")} help={t("dayHelp")} error={errors.day} isRequired className="span-3">
          {(wiring) => <DateInput {...wiring} name="day" max={today} defaultValue={kept("day", today)} />}
        </Field>
        <Field
          id="rate-source"
          label={t("source")}
          help={t("sourceHelp")}
          error={errors.source}
          isRequired
          className="span-8"
        >
          {(wiring) => <TextInput {...wiring} name="source" maxLength={200} defaultValue={kept("source", "")} />}
        </Field>
        <div className="span-12">
          <Checkbox name="isConfirmed" label={t("confirm")} defaultChecked={kept("isConfirmed", "") === "on"} />
        </div>
      </div>
      <SendBar send={t("send")} isSending={isSending} />
    </form>
  );
}
