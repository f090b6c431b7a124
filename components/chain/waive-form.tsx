"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextArea } from "@/components/ui/form/text-area";
import { Panel } from "@/components/ui/page/panel";
import { WAIVER_REASON_MAX } from "@/domain/chain/waiver";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

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
        <Field
          id={fieldId("reason")}
          label={t("reason")}
          help={t("reasonHelp")}
          error={state?.fieldErrors.reason}
          isRequired
        >
          {(wired) => (
            <TextArea
              {...wired}
              name="reason"
              maxLength={WAIVER_REASON_MAX}
              defaultValue={valueOf(state?.values, "reason")}
            />
          )}
        </Field>
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
