"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { WordsField } from "@/components/ui/form/words-field";
import { Panel } from "@/components/ui/panel";
import { CANCEL_CODES, REASON_MAX } from "@/domain/requests/reasons";
import type { Step } from "@/domain/bidding/available-steps";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type StepFormProps = {
  readonly step: Step;
  readonly action: FormAction;
  readonly requestId: string;
  readonly bidId?: string;
  readonly idempotencyKey: string;
  readonly backHref: string;
};

const fieldId = (name: string) => `step-${name}`;

/** The second of two steps: says what follows, then does it. */
export function StepForm({ step, action, requestId, bidId, idempotencyKey, backHref }: StepFormProps) {
  const t = useTranslations("bidding.step");
  const [state, submit, isSending] = useActionState(action, null);
  const isEnd = step === "withdraw" || step === "discard" || step === "cancel";
  return (
    <Panel title={t(`${step}.title`)} id={step}>
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={fieldId} shows={["reason", "code"]} />
        <input type="hidden" name="requestId" value={requestId} />
        {bidId && <input type="hidden" name="bidId" value={bidId} />}
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{t(`${step}.consequence`)}</p>
        {step === "cancel" && (
          <Field id={fieldId("code")} label={t("code")}>
            {(wired) => (
              <Select
                {...wired}
                name="code"
                placeholder={t("codeNone")}
                options={CANCEL_CODES.map((code) => ({ value: code, label: t(`codes.${code}`) }))}
                defaultValue={valueOf(state?.values, "code")}
              />
            )}
          </Field>
        )}
        {step === "cancel" && (
          <WordsField
            name="reason"
            id={fieldId("reason")}
            label={t("reason")}
            help={t("reasonHelp")}
            maxLength={REASON_MAX}
            state={state}
          />
        )}
        <SendBar
          send={t(`${step}.send`)}
          variant={isEnd ? "danger" : "primary"}
          isSending={isSending}
          back={{ href: backHref, words: t("back") }}
        />
      </form>
    </Panel>
  );
}
