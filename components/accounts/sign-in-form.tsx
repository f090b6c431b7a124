"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Anchor } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormProblems } from "@/components/ui/form/form-actions";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField } from "./account-forms";

type SignInFormProps = { readonly action: FormAction; readonly next: string; readonly resetHref: string };

export function SignInForm({ action, next, resetHref }: SignInFormProps) {
  const t = useTranslations("accounts");
  return (
    <ActionForm
      id="sign-in"
      action={action}
      hidden={{ next }}
      fields={[
        { ...useEmailField(), span: "span-6" },
        {
          ...{ kind: "text", name: "password", label: t("field.password"), isRequired: true, span: "span-6" },
          help: <Anchor href={resetHref}>{t("signIn.forgot")}</Anchor>,
          input: { type: "password", autoComplete: "current-password" },
        },
      ]}
      send={t("signIn.send")}
      isWide
    />
  );
}

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
