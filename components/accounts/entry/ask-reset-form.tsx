"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "../form-shell";
import { TextField } from "../text-field";

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
