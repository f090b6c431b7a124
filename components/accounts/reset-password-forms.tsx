"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "./form-shell";
import { TextField } from "./text-field";
import { PASSWORD_MAX } from "@/domain/accounts/password-length";

export function AskResetForm({ action }: { readonly action: FormAction }) {
  const t = useTranslations("accounts");
  return (
    <FormShell action={action} name="reset" send={t("reset.send")} look={{ isWide: true }}>
      {(kept) => (
        <TextField
          kept={kept}
          name="email"
          type="email"
          label={t("field.email")}
          autoComplete="username"
          maxLength={254}
        />
      )}
    </FormShell>
  );
}

export function NewPasswordForm({ action, token }: { readonly action: FormAction; readonly token: string }) {
  const t = useTranslations("accounts");
  return (
    <FormShell action={action} name="new" hidden={{ token }} send={t("reset.newSend")} look={{ isWide: true }}>
      {(kept) => (
        <TextField
          kept={kept}
          name="password"
          type="password"
          label={t("field.newPassword")}
          help={t("field.passwordHelp")}
          autoComplete="new-password"
          maxLength={PASSWORD_MAX}
        />
      )}
    </FormShell>
  );
}
