"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/accounts/form-shell";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/inputs";
import { ANSWER_MAX, QUESTION_MAX } from "@/domain/requests/questions";
import type { FormAction } from "@/domain/shared/form-state";

type AskFormProps = { readonly action: FormAction; readonly requestId: string; readonly idempotencyKey: string };

/** A provider's question. */
export function AskForm({ action, requestId, idempotencyKey }: AskFormProps) {
  const t = useTranslations("requests.questions");
  return (
    <FormShell action={action} name="question" hidden={{ requestId, idempotencyKey }} send={t("ask")}>
      {(kept) => (
        <Field
          id={kept.id("question")}
          label={t("question")}
          help={t("questionHelp")}
          error={kept.error("question")}
          isRequired
        >
          {(wiring) => (
            <TextArea {...wiring} name="question" maxLength={QUESTION_MAX} defaultValue={kept.value("question")} />
          )}
        </Field>
      )}
    </FormShell>
  );
}

type AnswerFormProps = {
  readonly action: FormAction;
  readonly questionId: string;
  readonly isCorrection: boolean;
  readonly idempotencyKey: string;
};

/** The buyer's answer; a correction is folded away until it is needed. */
export function AnswerForm({ action, questionId, isCorrection, idempotencyKey }: AnswerFormProps) {
  const t = useTranslations("requests.questions");
  const label = t(isCorrection ? "correct" : "answer");
  const form = (
    <FormShell
      action={action}
      name={`answer-${questionId}`}
      hidden={{ questionId, idempotencyKey, isCorrection: isCorrection ? "yes" : "" }}
      send={t(isCorrection ? "sendCorrection" : "sendAnswer")}
      look={{ size: "small" }}
    >
      {(kept) => (
        <Field
          id={kept.id("answer")}
          label={label}
          help={t(isCorrection ? "correctHelp" : "answerHelp")}
          error={kept.error("answer")}
          isRequired
        >
          {(wiring) => (
            <TextArea {...wiring} name="answer" maxLength={ANSWER_MAX} defaultValue={kept.value("answer")} />
          )}
        </Field>
      )}
    </FormShell>
  );
  if (!isCorrection) return form;
  return (
    <details>
      <summary className="w-fit cursor-pointer text-sm text-link">{label}</summary>
      {form}
    </details>
  );
}
