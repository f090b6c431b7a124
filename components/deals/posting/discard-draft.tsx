"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/actions/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import type { FormAction } from "@/domain/shared/form-state";

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
