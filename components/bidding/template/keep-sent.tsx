"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { TextInput } from "@/components/ui/form/text-input";
import { BID_TEMPLATE_NAME_MAX } from "@/domain/bidding/offer/template/template-limits";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type KeepSentProps = {
  readonly action: FormAction;
  readonly bidId: string;
  readonly words: { readonly lead: string; readonly name: string; readonly help: string; readonly keep: string };
};

const NAME = "template-of-bid";

/** A bid that was sent, as it stands, becomes a template. */
export function KeepSent({ action, bidId, words }: KeepSentProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit} key={state?.key} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={(name) => (name === "name" ? NAME : null)} />
      <input type="hidden" name="bidId" value={bidId} />
      <p>{words.lead}</p>
      <Field id={NAME} label={words.name} help={words.help} error={state?.fieldErrors.name} isRequired>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            maxLength={BID_TEMPLATE_NAME_MAX}
            defaultValue={valueOf(state?.values, "name")}
          />
        )}
      </Field>
      <Button disabled={isSending}>{words.keep}</Button>
    </form>
  );
}
