"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField, useNewPasswordField } from "./account-forms";

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
    <ActionForm
      id="sign-up"
      action={action}
      hidden={{ next }}
      lead={<TimeZone />}
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
