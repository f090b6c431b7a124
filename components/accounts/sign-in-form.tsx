"use client";

import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "./form-shell";
import { TextField } from "./text-field";
import { type ReactNode, useActionState } from "react";
import { FormProblems } from "@/components/ui/form/form-problems";

type SignInFormProps = { readonly action: FormAction; readonly next: string; readonly resetHref: string };

export function SignInForm({ action, next, resetHref }: SignInFormProps) {
  const t = useTranslations("accounts");
  return (
    <FormShell
      action={action}
      name="sign-in"
      className="auth-fields"
      hidden={{ next }}
      send={t("signIn.send")}
      look={{ isWide: true }}
    >
      {(kept) => (
        <>
          <TextField
            kept={kept}
            name="email"
            type="email"
            label={t("field.email")}
            autoComplete="username"
            maxLength={254}
          />
          <TextField
            kept={kept}
            name="password"
            type="password"
            label={t("field.password")}
            autoComplete="current-password"
            help={<Anchor href={resetHref}>{t("signIn.forgot")}</Anchor>}
          />
        </>
      )}
    </FormShell>
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
