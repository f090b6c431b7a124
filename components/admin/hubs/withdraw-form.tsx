"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextInput } from "@/components/ui/form/text-input";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type WithdrawFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly hubId: string;
  readonly closureId: string;
  /** Which closure it is: what it is for, and when it begins. */
  readonly of: { readonly reason: string; readonly from: string };
};

/** Takes one closure back: opened first, then sent with the reason. */
export function WithdrawForm({ action, idempotencyKey, hubId, closureId, of }: WithdrawFormProps) {
  const t = useTranslations("hub-board.admin");
  const [state, send, isSending] = useActionState(action, null);
  const id = `withdraw-${closureId}`;
  return (
    <details open={state !== null}>
      <summary className="w-fit cursor-pointer py-1 text-sm text-link">{t("withdrawOf", of)}</summary>
      <form action={send} key={state?.key} className="stack" noValidate>
        <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
        <input type="hidden" name="hubId" value={hubId} />
        <input type="hidden" name="closureId" value={closureId} />
        <FormProblems state={state} fieldId={(name) => `${id}-${name}`} shows={["reason"]} />
        <Field id={`${id}-reason`} label={t("withdrawReason")} error={state?.fieldErrors.reason} isRequired>
          {(wiring) => (
            <TextInput {...wiring} name="reason" maxLength={300} defaultValue={valueOf(state?.values, "reason")} />
          )}
        </Field>
        <div>
          <Button disabled={isSending}>{t("withdraw")}</Button>
        </div>
      </form>
    </details>
  );
}
