import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { CONTRACT_MAX, FUNDS_FIELDS, REMITTER_MAX, THIRD_PARTY_REASON_MAX } from "@/domain/services/payment/funds";
import { CURRENCIES } from "@/domain/shared/money";

/** What is said of a payer's funds: what was credited, from when on and whose it was; required where they are the step that is reported. */
export function useFundsFields(isRequired: boolean): ActionField {
  const t = useTranslations("remittance.funds");
  const words = (name: keyof typeof FUNDS_FIELDS) => ({
    ...{ name: FUNDS_FIELDS[name], label: t(`${name}.label`), help: t(`${name}.help`) },
  });
  const fields: readonly ActionField[] = [
    { kind: "amount", ...words("amount"), span: "pair", isRequired },
    {
      ...{ kind: "select", ...words("currency"), span: "pair", isRequired, placeholder: t("choose") },
      options: CURRENCIES.map((code) => ({ value: code, label: code })),
    },
    { kind: "day", ...words("valueDate"), span: "pair", isRequired },
    { kind: "text", ...words("remitter"), span: "pair", isRequired, maxLength: REMITTER_MAX },
    { kind: "text", ...words("contract"), maxLength: CONTRACT_MAX },
    { kind: "area", isOnDemand: true, ...words("thirdPartyReason"), maxLength: THIRD_PARTY_REASON_MAX },
  ];
  return { kind: "group", name: "funds", label: t("title"), help: t("help"), fields };
}
