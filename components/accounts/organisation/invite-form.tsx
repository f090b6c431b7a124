"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/form/choice/radio-cards";
import type { Role } from "@/domain/access/role";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "../form-shell";
import { TextField } from "../text-field";

type InviteFormProps = { readonly action: FormAction; readonly roles: readonly Role[] };

export function InviteForm({ action, roles }: InviteFormProps) {
  const t = useTranslations("accounts");
  const cards = roles.map((value) => ({ value, title: t(`role.${value}`), detail: t(`roleDetail.${value}`) }));
  return (
    <FormShell action={action} name="invite" send={t("members.inviteSend")}>
      {(kept) => (
        <>
          <TextField
            kept={kept}
            name="email"
            type="email"
            label={t("members.email")}
            help={t("members.inviteLead")}
            autoComplete="off"
            maxLength={254}
          />
          <RadioCards
            id={kept.id("role")}
            name="role"
            legend={t("members.role")}
            cards={cards}
            defaultValue={kept.value("role", roles.at(-1))}
            error={kept.error("role")}
            isRequired
          />
        </>
      )}
    </FormShell>
  );
}
