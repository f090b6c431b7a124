import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/domain/shared/form-state";

type RateFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly currencies: readonly string[];
  readonly today: string;
};

/** Enters one dated rate. Rates are never changed, so the form says what stands in the way and keeps what was typed. */
export function RateForm({ action, idempotencyKey, currencies, today }: RateFormProps) {
  const t = useTranslations("admin.rates");
  const options = currencies.map((currency) => ({ value: currency, label: currency }));
  const common = { isRequired: true, span: "span-3" } as const;
  return (
    <ActionForm
      id="rate"
      action={action}
      hidden={{ idempotencyKey }}
      fields={[
        { ...common, kind: "select", name: "base", label: t("base"), options, initial: "USD" },
        { ...common, kind: "text", name: "rate", label: t("quote"), help: t("rateHelp"), isNumber: true },
        { ...common, kind: "select", name: "quote", label: t("currency"), options, initial: "CNY" },
        { ...common, kind: "day", name: "day", label: t("day"), help: t("dayHelp"), max: today, initial: today },
        {
          ...{ kind: "text", name: "source", label: t("source"), help: t("sourceHelp"), maxLength: 200 },
          ...{ isRequired: true, span: "span-8" },
        },
        { kind: "tick", name: "isConfirmed", label: t("confirm") },
      ]}
      send={t("send")}
    />
  );
}
