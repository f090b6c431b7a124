import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { REASON_MAX } from "@/domain/requests/reasons";
import type { MarketRuleName } from "@/domain/requests/market-rules";
import type { FormAction } from "@/domain/shared/form-state";

type RuleFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly names: readonly MarketRuleName[];
  /** The market's zone as the field says it: "GMT+8". */
  readonly zone: string;
};

/** Sets a rule from a time on, with the reason. */
export function RuleForm({ action, idempotencyKey, names, zone }: RuleFormProps) {
  const t = useTranslations("admin.rules");
  const [first] = names;
  return (
    <ActionForm
      id="rule"
      action={action}
      hidden={{ idempotencyKey }}
      fields={[
        {
          ...{ kind: "select", name: "name", label: t("rule"), isRequired: true, initial: first },
          options: names.map((name) => ({ value: name, label: t(`name.${name}`) })),
        },
        {
          ...{ kind: "text", name: "value", label: t("newValue"), help: t("valueHelp"), isRequired: true },
          ...{ isNumber: true, input: { inputMode: "numeric" }, span: "span-3" },
        },
        {
          ...{ kind: "time", name: "effectiveFrom", label: t("from"), help: t("fromHelp") },
          ...{ zoneName: zone, span: "span-3" },
        },
        {
          ...{ kind: "area", name: "reason", label: t("reason"), help: t("reasonHelp"), isRequired: true },
          maxLength: REASON_MAX,
        },
      ]}
      send={t("send")}
    />
  );
}
