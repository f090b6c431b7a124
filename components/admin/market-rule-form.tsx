"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { DateTimeInput, TextArea, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { REASON_MAX } from "@/domain/requests/reasons";
import type { MarketRuleName } from "@/domain/requests/market-rules";

const SHOWN = ["name", "value", "effectiveFrom", "reason"];

type RuleFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly names: readonly MarketRuleName[];
  /** The market's zone as the field says it: "GMT+8". */
  readonly zone: string;
};

/** Sets a rule from a time on, with the reason. */
export function RuleForm({ action, idempotencyKey, names, zone }: RuleFormProps) {
  const t = useTranslations("admin.rules");
  const [state, send] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const kept = (name: string) => valueOf(state?.values, name);
  return (
    <form action={send} key={state?.key} className="stack" noValidate>
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <FormProblems state={state} fieldId={(name) => `rule-${name}`} shows={SHOWN} />
      <div className="form-grid">
        <Field id="rule-name" label={t("rule")} error={errors.name} isRequired>
          {(wiring) => (
            <Select
              {...wiring}
              name="name"
              options={names.map((name) => ({ value: name, label: t(`name.${name}`) }))}
              defaultValue={kept("name") || names[0]}
            />
          )}
        </Field>
        <Field
          id="rule-value"
          label={t("newValue")}
          help={t("valueHelp")}
          error={errors.value}
          isRequired
          className="span-3"
        >
          {(wiring) => <TextInput {...wiring} name="value" isNumber inputMode="numeric" defaultValue={kept("value")} />}
        </Field>
        <Field
          id="rule-effectiveFrom"
          label={t("from")}
          help={t("fromHelp")}
          error={errors.effectiveFrom}
          className="span-3"
        >
          {(wiring) => (
            <DateTimeInput {...wiring} name="effectiveFrom" zone={zone} defaultValue={kept("effectiveFrom")} />
          )}
        </Field>
        <Field
          id="rule-reason"
          label={t("reason")}
          help={t("reasonHelp")}
          error={errors.reason}
          isRequired
          className="span-12"
        >
          {(wiring) => <TextArea {...wiring} name="reason" maxLength={REASON_MAX} defaultValue={kept("reason")} />}
        </Field>
      </div>
      <div>
        <Button variant="primary">{t("send")}</Button>
      </div>
    </form>
  );
}
