"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/inputs";

/** Throwing a draft away takes two presses: the first only opens the second. */
export function DiscardDraft({
  action,
  draftId,
  words,
}: {
  readonly action: FormAction;
  readonly draftId: string;
  readonly words: { readonly open: string; readonly confirm: string };
}) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <details>
      <summary className="btn btn-quiet cursor-pointer list-none">{words.open}</summary>
      <form action={submit}>
        <FormProblems state={state} fieldId={() => null} />
        <input type="hidden" name="draftId" value={draftId} />
        <Button variant="danger" disabled={isSending}>
          {words.confirm}
        </Button>
      </form>
    </details>
  );
}

const NAME = "template-name";

type KeepTemplateProps = {
  readonly action: FormAction;
  readonly draftId: string;
  readonly templateId: string;
  readonly words: { readonly open: string; readonly name: string; readonly help: string; readonly keep: string };
};

/** The draft as it was last saved becomes something to begin the next ones from. */
export function KeepTemplate({ action, draftId, templateId, words }: KeepTemplateProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <details open={state !== null}>
      <summary className="btn btn-quiet cursor-pointer list-none">{words.open}</summary>
      <form action={submit} className="form-stack mt-2" key={state?.key}>
        <FormProblems state={state} fieldId={(name) => (name === "name" ? NAME : null)} />
        <input type="hidden" name="draftId" value={draftId} />
        <input type="hidden" name="templateId" value={templateId} />
        <Field id={NAME} label={words.name} help={words.help} error={state?.fieldErrors.name} isRequired>
          {(control) => (
            <TextInput name="name" defaultValue={valueOf(state?.values, "name")} maxLength={80} {...control} />
          )}
        </Field>
        <Button disabled={isSending}>{words.keep}</Button>
      </form>
    </details>
  );
}
