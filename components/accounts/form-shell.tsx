"use client";

import { type ReactNode, useActionState } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type FormAction, type FormState, valueOf } from "@/domain/shared/form-state";

export type Kept = {
  /** What was typed before the form came back, else `otherwise`. */
  readonly value: (name: string, otherwise?: string) => string;
  readonly error: (name: string) => string | undefined;
  readonly id: (name: string) => string;
  readonly state: FormState | null;
};

type FormShellProps = {
  readonly action: FormAction;
  /** Tells its fields from those of the page's other forms. */
  readonly name: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly send: ReactNode;
  readonly look?: ButtonLook;
  readonly className?: string;
  readonly children?: (kept: Kept) => ReactNode;
};

/** A form of this room: what it has to say, its fields, one button. It works without a script. */
export function FormShell({
  action,
  name,
  hidden = {},
  send,
  look,
  className = "form-stack",
  children,
}: FormShellProps) {
  const [state, submit, isSending] = useActionState(action, null);
  const id = (field: string) => `${name}-${field}`;
  const kept: Kept = {
    id,
    state,
    error: (field) => state?.fieldErrors[field],
    value: (field, otherwise = "") => (state && field in state.values ? valueOf(state.values, field) : otherwise),
  };
  const shownId = (field: string) => (field in hidden || field.endsWith("]") ? null : id(field));
  return (
    <form key={state?.key} action={submit} className={className} noValidate>
      <div className="col-span-full empty:hidden">
        <FormProblems state={state} fieldId={shownId} />
      </div>
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children?.(kept)}
      <div className="col-span-full">
        <Button variant="primary" {...look} disabled={isSending}>
          {send}
        </Button>
      </div>
    </form>
  );
}
