"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextArea } from "@/components/ui/form/inputs";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type ReviewFormsProps = {
  readonly requestId: string;
  readonly approve: FormAction;
  readonly decline: FormAction;
  readonly words: { readonly approve: string; readonly decline: string; readonly reason: string };
};

/** Lets a held request open, or declines it with a reason. */
export function ReviewForms({ requestId, approve, decline, words }: ReviewFormsProps) {
  const [approved, submitApproval, isApproving] = useActionState(approve, null);
  const [declined, submitDecline, isDeclining] = useActionState(decline, null);
  const reasonId = (name: string) => `${requestId}-${name}`;
  return (
    <div className="grid gap-3 desk:grid-cols-2">
      <form action={submitApproval} className="form-stack">
        <FormProblems state={approved} fieldId={() => null} />
        <input type="hidden" name="requestId" value={requestId} />
        <div>
          <Button variant="primary" disabled={isApproving}>
            {words.approve}
          </Button>
        </div>
      </form>
      <form key={declined?.key} action={submitDecline} className="form-stack" noValidate>
        <FormProblems state={declined} fieldId={reasonId} shows={["reason"]} />
        <input type="hidden" name="requestId" value={requestId} />
        <Field id={reasonId("reason")} label={words.reason} error={declined?.fieldErrors.reason} isRequired>
          {(wiring) => (
            <TextArea {...wiring} name="reason" maxLength={500} defaultValue={valueOf(declined?.values, "reason")} />
          )}
        </Field>
        <div>
          <Button disabled={isDeclining}>{words.decline}</Button>
        </div>
      </form>
    </div>
  );
}
