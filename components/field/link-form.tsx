import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { LINK_DAYS, LINK_DAYS_MAX, PERSON_MAX } from "@/domain/field/link";
import type { FieldRole } from "@/domain/access/field-role";
import type { FormAction } from "@/domain/shared/form-state";

type LinkFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly roles: readonly FieldRole[];
  readonly languages: readonly Option[];
  /** Of the address book, the last used first. */
  readonly contacts: readonly string[];
};

/** Gives somebody without an account a link: who, in which language, for how long. */
export function LinkForm({ action, roles, languages, contacts, ...hidden }: LinkFormProps) {
  const t = useTranslations("field.link");
  const names = useTranslations("field.role");
  const common = { isRequired: true } as const;
  return (
    <ActionForm
      id="field-link"
      action={action}
      hidden={hidden}
      fields={[
        {
          ...{ ...common, kind: "text", name: "person", label: t("person"), help: t("personHelp") },
          ...{ maxLength: PERSON_MAX, offers: contacts },
        },
        {
          ...{ ...common, kind: "select", name: "role", label: t("role"), initial: roles[0] },
          options: roles.map((role) => ({ value: role, label: names(role) })),
        },
        {
          ...{ ...common, kind: "select", name: "locale", label: t("language") },
          ...{ options: languages, initial: languages[0]?.value },
        },
        {
          ...{ ...common, kind: "text", name: "days", label: t("days"), isNumber: true, initial: String(LINK_DAYS) },
          help: t("daysHelp", { maximum: LINK_DAYS_MAX }),
        },
      ]}
      send={t("make")}
      icon="plus"
      variant="plain"
    />
  );
}
