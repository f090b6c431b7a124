"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { FormProblems } from "@/components/ui/form/form-problems";
import { WordsField } from "@/components/ui/step-form/words-field";
import { Panel } from "@/components/ui/page/panel";
import type { FormAction } from "@/domain/shared/form-state";

type ConfirmFormProps = {
  readonly kind: "accept" | "cancel" | "changes";
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  /** With the amount in it: what is bound by the press. */
  readonly consequence: string;
  readonly buttonWords: string;
  readonly backHref: string;
};

const fieldId = (name: string) => `confirm-${name}`;

/** The second of two steps: says what follows, then sends. */
export function ConfirmForm({
  kind,
  action,
  orderId,
  idempotencyKey,
  consequence,
  buttonWords,
  backHref,
}: ConfirmFormProps) {
  const t = useTranslations(`orders.${kind}`);
  const back = useTranslations("orders.confirm");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t("title")} id={kind}>
      <form key={state?.key} action={submit} className="form-stack" noValidate data-binds>
        <FormProblems state={state} fieldId={fieldId} shows={["reason", "words"]} />
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{consequence}</p>
        {kind === "cancel" && (
          <WordsField
            name="reason"
            id={fieldId("reason")}
            label={back("reason")}
            help={back("reasonHelp")}
            maxLength={500}
            state={state}
          />
        )}
        {kind === "changes" && (
          <WordsField
            name="words"
            id={fieldId("words")}
            label={back("words")}
            help={back("wordsHelp")}
            maxLength={1_000}
            state={state}
          />
        )}
        <div className="flow">
          <Button variant={kind === "cancel" ? "danger" : "primary"} disabled={isSending}>
            {buttonWords}
          </Button>
          <ButtonLink href={backHref} variant="quiet">
            {back("back")}
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}
