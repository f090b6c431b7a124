import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Scope } from "@/domain/access/policy";
import type { FormAction } from "@/domain/shared/form-state";

type KeyFormProps = {
  readonly action: FormAction;
  /** What the maker may give. */
  readonly scopes: readonly Scope[];
};

const LIVES_DAYS = [30, 90, 365] as const;

export function KeyForm({ action, scopes }: KeyFormProps) {
  const t = useTranslations("accounts");
  const lives = [
    ...LIVES_DAYS.map((days) => ({ value: String(days), label: t("keys.lifeDays", { days }) })),
    { value: "none", label: t("keys.lifeNone") },
  ];
  return (
    <ActionForm
      id="key"
      action={action}
      fields={[
        {
          ...{ kind: "text", name: "name", label: t("keys.name"), help: t("keys.nameHelp"), isRequired: true },
          ...{ maxLength: 60, input: { autoComplete: "off" } },
        },
        { kind: "select", name: "life", label: t("keys.life"), options: lives, initial: "365", isRequired: true },
        {
          ...{ kind: "checks", name: "scopes", label: t("keys.scopes"), chosen: [], isInColumns: true },
          options: scopes.map((scope) => ({ value: scope, label: t(`scope.${scope}`), detail: scope })),
        },
      ]}
      send={t("keys.send")}
    />
  );
}
