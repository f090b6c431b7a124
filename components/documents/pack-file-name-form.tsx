"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type Option, Select } from "@/components/ui/form/select";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type NameFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly files: readonly Option[];
  readonly codes: readonly Option[];
};

const fieldId = (name: string) => `deliverable-${name}`;

/** Says which of the things to be handed over a file of one's own is. */
export function NameForm({ action, orderId, idempotencyKey, files, codes }: NameFormProps) {
  const t = useTranslations("packs.name");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form key={state?.key} action={submit} className="form-grid" noValidate>
      <FormProblems state={state} fieldId={fieldId} shows={["fileId", "code"]} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field id={fieldId("fileId")} label={t("file")} error={state?.fieldErrors.fileId} isRequired className="span-5">
        {(wired) => <Select {...wired} name="fileId" options={files} defaultValue={valueOf(state?.values, "fileId")} />}
      </Field>
      <Field id={fieldId("code")} label={t("code")} error={state?.fieldErrors.code} isRequired className="span-5">
        {(wired) => <Select {...wired} name="code" options={codes} defaultValue={valueOf(state?.values, "code")} />}
      </Field>
      <div className="span-2 self-end">
        <Button disabled={isSending}>{t("send")}</Button>
      </div>
    </form>
  );
}
