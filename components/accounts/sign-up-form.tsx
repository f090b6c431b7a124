"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PASSWORD_MAX } from "@/domain/accounts/password-length";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "./form-shell";
import { TextField } from "./text-field";

type SignUpFormProps = { readonly action: FormAction; readonly next: string };

/** The browser's own time zone where a script can ask for it; empty otherwise, and the server takes its default. */
function TimeZone() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }, []);
  return <input ref={field} type="hidden" name="timeZone" defaultValue="" />;
}

export function SignUpForm({ action, next }: SignUpFormProps) {
  const t = useTranslations("accounts");
  return (
    <FormShell action={action} name="sign-up" hidden={{ next }} send={t("signUp.send")} look={{ isWide: true }}>
      {(kept) => (
        <>
          <TimeZone />
          <TextField kept={kept} name="name" label={t("field.name")} autoComplete="name" maxLength={80} />
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
            help={t("field.passwordHelp")}
            autoComplete="new-password"
            maxLength={PASSWORD_MAX}
          />
        </>
      )}
    </FormShell>
  );
}
