"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Role } from "@/domain/access/roles";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField } from "./account-forms";
import { useActionState, useId } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type Option, Select } from "@/components/ui/form/select";

type InviteFormProps = { readonly action: FormAction; readonly roles: readonly Role[] };

export function InviteForm({ action, roles }: InviteFormProps) {
  const t = useTranslations("accounts");
  const email = useEmailField("off");
  return (
    <ActionForm
      id="invite"
      action={action}
      fields={[
        { ...email, label: t("members.email"), help: t("members.inviteLead") },
        {
          ...{ kind: "radios", name: "role", label: t("members.role"), isRequired: true, initial: roles.at(-1) },
          cards: roles.map((value) => ({ value, title: t(`role.${value}`), detail: t(`roleDetail.${value}`) })),
        },
      ]}
      send={t("members.inviteSend")}
    />
  );
}

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
