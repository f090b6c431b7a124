"use client";

import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField } from "./account-forms";

type SignInFormProps = { readonly action: FormAction; readonly next: string; readonly resetHref: string };

export function SignInForm({ action, next, resetHref }: SignInFormProps) {
  const t = useTranslations("accounts");
  return (
    <ActionForm
      id="sign-in"
      action={action}
      hidden={{ next }}
      fields={[
        { ...useEmailField(), span: "span-6" },
        {
          ...{ kind: "text", name: "password", label: t("field.password"), isRequired: true, span: "span-6" },
          help: (
            <Anchor href={resetHref} className="inline-block py-1.5">
              {t("signIn.forgot")}
            </Anchor>
          ),
          input: { type: "password", autoComplete: "current-password" },
        },
      ]}
      send={t("signIn.send")}
      isWide
    />
  );
}
