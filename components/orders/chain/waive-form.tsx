"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { FormProblems } from "@/components/ui/form/form-problems";
import { WordsField } from "@/components/ui/step-form/words-field";
import { Panel } from "@/components/ui/page/panel";
import { WAIVER_REASON_MAX } from "@/domain/orders/chain/waiver";
import type { FormAction } from "@/domain/shared/form-state";

type WaiveFormProps = {
  readonly action: FormAction;
  readonly dealId: string;
  readonly gate: string;
  readonly idempotencyKey: string;
  /** What the gate waits for and what it holds. */
  readonly consequence: string;
  readonly backHref: string;
};

const fieldId = (name: string) => `waive-${name}`;

/** The buyer opens a gate without what it waits for, and says why. */
export function WaiveForm({ action, dealId, gate, idempotencyKey, consequence, backHref }: WaiveFormProps) {
  const t = useTranslations("chain.waive");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t("title")} id="waive">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={fieldId} shows={["reason"]} />
        <input type="hidden" name="dealId" value={dealId} />
        <input type="hidden" name="gate" value={gate} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{consequence}</p>
        <WordsField
          name="reason"
          id={fieldId("reason")}
          label={t("reason")}
          help={t("reasonHelp")}
          maxLength={WAIVER_REASON_MAX}
          state={state}
        />
        <div className="flow">
          <Button variant="danger" disabled={isSending}>
            {t("send")}
          </Button>
          <ButtonLink href={backHref} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}
