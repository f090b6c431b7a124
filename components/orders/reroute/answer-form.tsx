"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextArea } from "@/components/ui/form/text-area";
import { REROUTE_WORDS_MAX } from "@/domain/orders/reroute/reroute";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type AnswerFormProps = {
  readonly action: FormAction;
  readonly fields: Readonly<Record<"dealId" | "number" | "idempotencyKey", string>>;
};

const fieldId = (name: string) => `reroute-${name}`;

/** The side that was asked agrees, or declines and says why. */
export function AnswerForm({ action, fields }: AnswerFormProps) {
  const t = useTranslations("reroute.panel");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={fieldId} shows={["words"]} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id={fieldId("words")} label={t("words")} help={t("wordsHelp")} error={state?.fieldErrors.words}>
        {(wired) => (
          <TextArea
            {...wired}
            name="words"
            maxLength={REROUTE_WORDS_MAX}
            defaultValue={valueOf(state?.values, "words")}
          />
        )}
      </Field>
      <div className="flow">
        <Button variant="primary" name="event" value="agree" disabled={isSending}>
          {t("agree")}
        </Button>
        <Button variant="danger" name="event" value="decline" disabled={isSending}>
          {t("decline")}
        </Button>
      </div>
    </form>
  );
}
