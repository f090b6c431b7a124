"use client";

import { useTranslations } from "next-intl";
import { PASSWORD_MAX } from "@/domain/accounts/password/password-length";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "../form-shell";
import { TextField } from "../text-field";

type PasswordFormProps = { readonly action: FormAction; readonly email: string };

export function PasswordForm({ action, email }: PasswordFormProps) {
  const t = useTranslations("accounts");
  return (
    <FormShell action={action} name="password" send={t("account.passwordSend")} look={{ variant: "plain" }}>
      {(kept) => (
        <div className="form-grid">
          {/* Password managers keep the new password under this name. */}
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField
            kept={kept}
            name="currentPassword"
            type="password"
            label={t("field.currentPassword")}
            autoComplete="current-password"
          />
          <TextField
            kept={kept}
            name="newPassword"
            type="password"
            label={t("field.newPassword")}
            help={t("field.passwordHelp")}
            autoComplete="new-password"
            maxLength={PASSWORD_MAX}
          />
        </div>
      )}
    </FormShell>
  );
}
