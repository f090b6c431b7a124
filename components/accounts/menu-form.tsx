"use client";

import { type ReactNode, useActionState } from "react";
import { ProblemsOnDemand } from "@/components/ui/form/problems-on-demand";
import { Icon, type IconName } from "@/components/ui/icons/icon";
import type { FormAction } from "@/domain/shared/form-state";

type MenuFormProps = {
  readonly action: FormAction;
  readonly icon: IconName;
  readonly fields?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** An item of the account menu that does something. */
export function MenuForm({ action, icon, fields = {}, children }: MenuFormProps) {
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form action={submit}>
      <ProblemsOnDemand state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="menu-item" disabled={isSending}>
        <Icon name={icon} />
        {children}
      </button>
    </form>
  );
}
