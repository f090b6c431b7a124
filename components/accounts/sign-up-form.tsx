"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { OwnTimeZone } from "@/components/ui/time/own-time-zone";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField, useNewPasswordField } from "./account-forms";

type SignUpFormProps = { readonly action: FormAction; readonly next: string };

export function SignUpForm({ action, next }: SignUpFormProps) {
  const t = useTranslations("accounts");
  return (
    <ActionForm
      id="sign-up"
      action={action}
      hidden={{ next }}
      lead={<OwnTimeZone />}
      fields={[
        {
          ...{ kind: "text", name: "name", label: t("field.name"), isRequired: true, maxLength: 80 },
          ...{ input: { autoComplete: "name" }, span: "span-12" },
        },
        useEmailField(),
        useNewPasswordField("password", "password"),
      ]}
      send={t("signUp.send")}
      isWide
    />
  );
}
