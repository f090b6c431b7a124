"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { FieldError, TextInput } from "@/components/ui/form/inputs";
import { FormProblems } from "@/components/ui/form/form-actions";
import { BID_TEMPLATE_NAME_MAX } from "@/domain/bidding/bid-form-limits";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type KeepSentProps = {
  readonly action: FormAction;
  readonly bidId: string;
  readonly words: { readonly lead: string; readonly name: string; readonly help: string; readonly keep: string };
};

/** A bid that was sent, as it stands, becomes a template. */
export const KeepSent = ({ action, bidId, words }: KeepSentProps) => (
  <ActionForm
    id="template-of-bid"
    action={action}
    hidden={{ bidId }}
    lead={words.lead}
    fields={[
      {
        ...{ kind: "text", name: "name", label: words.name, help: words.help },
        ...{ maxLength: BID_TEMPLATE_NAME_MAX, isRequired: true },
      },
    ]}
    send={words.keep}
    variant="plain"
  />
);

type RenameFormProps = {
  readonly action: FormAction;
  readonly templateId: string;
  readonly name: string;
  readonly words: { readonly label: string; readonly rename: string };
};

/** The name of a template, to be typed over. */
export function RenameForm({ action, templateId, name, words }: RenameFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  const id = `name-of-${templateId}`;
  const error = state?.fieldErrors.name;
  return (
    <form action={submit} key={state?.key} noValidate>
      <FormProblems state={state} fieldId={(field) => (field === "name" ? id : null)} />
      <input type="hidden" name="templateId" value={templateId} />
      <span className="flow">
        <TextInput
          id={id}
          name="name"
          aria-label={words.label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          maxLength={BID_TEMPLATE_NAME_MAX}
          defaultValue={error ? valueOf(state?.values, "name") : name}
        />
        <Button size="small" disabled={isSending}>
          {words.rename}
        </Button>
      </span>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </form>
  );
}
