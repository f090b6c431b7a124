"use client";

import { type ReactNode, useActionState } from "react";
import { FormProblems } from "@/components/ui/form/form-actions";
import type { FormAction } from "@/domain/shared/form-state";

type DemoFormProps = { readonly action: FormAction; readonly next: string; readonly children: ReactNode };

/** The form around the demo's people, whose list the server draws: while one is sent, none can be pressed. */
export function DemoForm({ action, next, children }: DemoFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit}>
      <FormProblems state={state} fieldId={() => null} />
      <input type="hidden" name="next" value={next} />
      <fieldset className="contents" disabled={isSending}>
        {children}
      </fieldset>
    </form>
  );
}
