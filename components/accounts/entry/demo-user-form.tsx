"use client";

import { type ReactNode, useActionState } from "react";
import { FormProblems } from "@/components/ui/form/form-problems";
import type { FormAction } from "@/domain/shared/form-state";

type DemoUserFormProps = {
  readonly action: FormAction;
  readonly handle: string;
  readonly next: string;
  readonly children: ReactNode;
};

/** One person of the demo market as a button. */
export function DemoUserForm({ action, handle, next, children }: DemoUserFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit}>
      <FormProblems state={state} fieldId={() => null} />
      <input type="hidden" name="handle" value={handle} />
      <input type="hidden" name="next" value={next} />
      <button className="demo-user" disabled={isSending}>
        {children}
      </button>
    </form>
  );
}
