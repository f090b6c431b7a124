"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextArea } from "@/components/ui/form/text-area";
import { Panel } from "@/components/ui/page/panel";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

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
          <Field
            id={fieldId("reason")}
            label={back("reason")}
            help={back("reasonHelp")}
            error={state?.fieldErrors.reason}
            isRequired
          >
            {(wired) => (
              <TextArea {...wired} name="reason" maxLength={500} defaultValue={valueOf(state?.values, "reason")} />
            )}
          </Field>
        )}
        {kind === "changes" && (
          <Field
            id={fieldId("words")}
            label={back("words")}
            help={back("wordsHelp")}
            error={state?.fieldErrors.words}
            isRequired
          >
            {(wired) => (
              <TextArea {...wired} name="words" maxLength={1_000} defaultValue={valueOf(state?.values, "words")} />
            )}
          </Field>
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
