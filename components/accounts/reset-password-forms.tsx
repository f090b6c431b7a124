import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField, useNewPasswordField } from "./account-forms";

export function AskResetForm({ action }: { readonly action: FormAction }) {
  const t = useTranslations("accounts.reset");
  return <ActionForm id="reset" action={action} fields={[useEmailField()]} send={t("send")} isWide />;
}

export function NewPasswordForm({ action, token }: { readonly action: FormAction; readonly token: string }) {
  const t = useTranslations("accounts.reset");
  const password = useNewPasswordField("password", "newPassword");
  return <ActionForm id="new" action={action} hidden={{ token }} fields={[password]} send={t("newSend")} isWide />;
}
