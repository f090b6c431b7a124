"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction } from "@/domain/shared/form-state";
import { Button, type ButtonLook } from "../blocks";
import { ProblemsOnDemand } from "./problems-on-demand";

type OneButtonFormProps = ButtonLook & {
  readonly action: FormAction;
  /** What is sent, without anything to fill in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** A button that does one thing to one thing; a refusal is said above it. */
export function OneButtonForm({ action, fields, children, ...look }: OneButtonFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit}>
      <ProblemsOnDemand state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look} disabled={isSending}>
        {children}
      </Button>
    </form>
  );
}
