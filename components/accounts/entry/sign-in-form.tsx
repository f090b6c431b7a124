"use client";

import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "../form-shell";
import { TextField } from "../text-field";

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
