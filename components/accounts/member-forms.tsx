import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Role } from "@/domain/access/policy";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField } from "./account-forms";

type InviteFormProps = { readonly action: FormAction; readonly roles: readonly Role[] };

export function InviteForm({ action, roles }: InviteFormProps) {
  const t = useTranslations("accounts");
  const email = useEmailField("off");
  return (
    <ActionForm
      id="invite"
      action={action}
      fields={[
        { ...email, label: t("members.email"), help: t("members.inviteLead") },
        {
          ...{ kind: "radios", name: "role", label: t("members.role"), isRequired: true, initial: roles.at(-1) },
          cards: roles.map((value) => ({ value, title: t(`role.${value}`), detail: t(`roleDetail.${value}`) })),
        },
      ]}
      send={t("members.inviteSend")}
    />
  );
}
