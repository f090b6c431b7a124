"use client";

import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import type { FormAction } from "@/domain/shared/form-state";

type PublishFormProps = {
  readonly action: FormAction;
  readonly draftId: string;
  /** The version that the page shows; another one is not published. */
  readonly version: number;
  readonly idempotencyKey: string;
  readonly backHref: string;
  readonly words: { readonly back: string; readonly publish: string; readonly consequence: string };
};

/** Sends what was checked. */
export function PublishForm({ action, draftId, version, idempotencyKey, backHref, words }: PublishFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit} className="form-stack">
      <FormProblems state={state} fieldId={() => null} />
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p>{words.consequence}</p>
      <div className="flow">
        <Button variant="primary" disabled={isSending}>
          {words.publish}
        </Button>
        <ButtonLink href={backHref} variant="quiet">
          {words.back}
        </ButtonLink>
      </div>
    </form>
  );
}
