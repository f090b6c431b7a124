import { useTranslations } from "next-intl";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import { ANSWER_MAX, QUESTION_MAX } from "@/domain/requests/questions";
import type { FormAction } from "@/domain/shared/form-state";

type AskFormProps = { readonly action: FormAction; readonly requestId: string; readonly idempotencyKey: string };

/** A provider's question. */
export function AskForm({ action, ...hidden }: AskFormProps) {
  const t = useTranslations("requests.questions");
  return (
    <ActionFormOnDemand
      id="question"
      action={action}
      hidden={hidden}
      fields={[
        {
          ...{ kind: "area", name: "question", label: t("question"), help: t("questionHelp") },
          ...{ maxLength: QUESTION_MAX, isRequired: true },
        },
      ]}
      send={t("ask")}
    />
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
  return (
    <ActionFormOnDemand
      id={`answer-${questionId}`}
      action={action}
      hidden={{ questionId, idempotencyKey, isCorrection: isCorrection ? "yes" : "" }}
      opener={isCorrection ? label : undefined}
      fields={[
        {
          ...{ kind: "area", name: "answer", label, help: t(isCorrection ? "correctHelp" : "answerHelp") },
          ...{ maxLength: ANSWER_MAX, isRequired: true },
        },
      ]}
      send={t(isCorrection ? "sendCorrection" : "sendAnswer")}
      size="small"
    />
  );
}
