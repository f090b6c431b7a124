import { useTranslations } from "next-intl";
import type { AskedField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { PASSWORD_MAX } from "@/domain/accounts/password-length";
import type { FormAction } from "@/domain/shared/form-state";

const EMAIL_MAX = 254;

/** The address that somebody signs in by; `autoComplete` is `off` where it is another's. */
export function useEmailField(autoComplete: "username" | "off" = "username"): AskedField {
  const t = useTranslations("accounts.field");
  return {
    ...{ kind: "text", name: "email", label: t("email"), isRequired: true, maxLength: EMAIL_MAX, span: "span-12" },
    input: { type: "email", autoComplete },
  };
}

/** A password that is set, under the label of its place. */
export function useNewPasswordField(name: string, label: "password" | "newPassword"): AskedField {
  const t = useTranslations("accounts.field");
  return {
    ...{ kind: "text", name, label: t(label), help: t("passwordHelp"), isRequired: true, maxLength: PASSWORD_MAX },
    ...{ input: { type: "password", autoComplete: "new-password" }, span: "span-12" },
  };
}

type PasswordFormProps = { readonly action: FormAction; readonly email: string };

export function PasswordForm({ action, email }: PasswordFormProps) {
  const t = useTranslations("accounts");
  return (
    <ActionForm
      id="password"
      action={action}
      // Password managers keep the new password under this name.
      lead={<input type="hidden" autoComplete="username" value={email} readOnly />}
      fields={[
        {
          ...{ kind: "text", name: "currentPassword", label: t("field.currentPassword"), isRequired: true },
          input: { type: "password", autoComplete: "current-password" },
        },
        { ...useNewPasswordField("newPassword", "newPassword"), span: "span-6" },
      ]}
      send={t("account.passwordSend")}
      variant="plain"
    />
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
  const common = { kind: "select", isRequired: true } as const;
  return (
    <ActionForm
      id="profile"
      action={action}
      fields={[
        {
          ...{ kind: "text", name: "name", label: t("field.name"), initial: initial.name, isRequired: true },
          ...{ maxLength: 80, input: { autoComplete: "name" }, span: "span-12" },
        },
        { ...common, name: "locale", label: t("field.locale"), options: locales, initial: initial.locale },
        { ...common, name: "timeZone", label: t("field.timeZone"), options: zones, initial: initial.timeZone },
      ]}
      send={t("account.save")}
    />
  );
}
