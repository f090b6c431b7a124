"use client";

import { useTranslations } from "next-intl";
import { PASSWORD_MAX } from "@/domain/accounts/password-length";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "./form-shell";
import { TextField } from "./text-field";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";

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

type ProfileFormProps = {
  readonly action: FormAction;
  readonly initial: { readonly name: string; readonly locale: string; readonly timeZone: string };
  readonly locales: readonly Option[];
  readonly timeZones: readonly string[];
};

export function ProfileForm({ action, initial, locales, timeZones }: ProfileFormProps) {
  const t = useTranslations("accounts");
  const zones = timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return (
    <FormShell action={action} name="profile" send={t("account.save")}>
      {(kept) => (
        <div className="form-grid">
          <TextField
            kept={kept}
            name="name"
            label={t("field.name")}
            initial={initial.name}
            autoComplete="name"
            maxLength={80}
            className="span-12"
          />
          <Field id={kept.id("locale")} label={t("field.locale")} error={kept.error("locale")} isRequired>
            {(wiring) => (
              <Select {...wiring} name="locale" options={locales} defaultValue={kept.value("locale", initial.locale)} />
            )}
          </Field>
          <Field id={kept.id("timeZone")} label={t("field.timeZone")} error={kept.error("timeZone")} isRequired>
            {(wiring) => (
              <Select
                {...wiring}
                name="timeZone"
                options={zones}
                defaultValue={kept.value("timeZone", initial.timeZone)}
              />
            )}
          </Field>
        </div>
      )}
    </FormShell>
  );
}
