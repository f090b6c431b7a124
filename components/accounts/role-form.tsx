"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { Button } from "@/components/ui/blocks";
import { FieldError, type Option, Select } from "@/components/ui/form/inputs";
import { FormProblems } from "@/components/ui/form/form-actions";
import type { FormAction } from "@/domain/shared/form-state";

type RoleFormProps = {
  readonly action: FormAction;
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly roles: readonly Option[];
};

/** Another role for one member, in the row of the table. */
export function RoleForm({ action, userId, name, role, roles }: RoleFormProps) {
  const t = useTranslations("accounts.members");
  const id = useId();
  const [state, submit, isSending] = useActionState(action, null);
  const error = state?.fieldErrors.role;
  return (
    <form key={state?.key} action={submit}>
      <FormProblems state={state} fieldId={() => id} shows={["role"]} />
      <input type="hidden" name="userId" value={userId} />
      <div className="flow">
        <Select
          id={id}
          name="role"
          aria-label={t("roleOf", { name })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          options={roles}
          defaultValue={role}
        />
        <Button size="small" disabled={isSending}>
          {t("change")}
        </Button>
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </form>
  );
}
