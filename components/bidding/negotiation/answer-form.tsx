"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/actions/send-bar";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/page/panel";
import type { FormAction } from "@/domain/shared/form-state";

type AnswerFormProps = {
  readonly action: FormAction;
  readonly answer: "accept" | "decline";
  readonly ids: { readonly requestId: string; readonly bidId: string; readonly counterOfferId: string };
  readonly total: string;
  readonly backHref: string;
  readonly idempotencyKey: string;
};

/** The second of two steps to a yes or no: says what it binds to, then does it. */
export function AnswerForm({ action, answer, ids, total, backHref, idempotencyKey }: AnswerFormProps) {
  const t = useTranslations("negotiation.answer");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t(`${answer}.title`, { total })} id={answer}>
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={() => null} />
        <input type="hidden" name="requestId" value={ids.requestId} />
        <input type="hidden" name="bidId" value={ids.bidId} />
        <input type="hidden" name="counterOfferId" value={ids.counterOfferId} />
        <input type="hidden" name="answer" value={answer} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{t(`${answer}.consequence`)}</p>
        <SendBar
          send={t(`${answer}.send`)}
          variant={answer === "decline" ? "danger" : "primary"}
          isSending={isSending}
          back={{ href: backHref, words: t("back") }}
        />
      </form>
    </Panel>
  );
}
