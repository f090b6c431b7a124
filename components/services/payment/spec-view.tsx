import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import { MoneyText } from "@/components/ui/figures/money-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { SpecOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import { useDurationWords } from "../words/duration-words";
import type { SpecViewProps } from "../screens";

export function PaymentSpecView({ spec }: SpecViewProps<SpecOf<"payment">>) {
  const t = useTranslations("service-payment");
  const words = useTranslations("services");
  const duration = useDurationWords();
  const { purpose, lockMinutes, depositPercent, settleWithinDays } = spec;
  const purposeKey = `option.purpose.${purpose}`;
  const boxes = numberedBoxes([
    { label: t("spec.need.label"), value: t(`option.need.${spec.need}`) },
    { label: t("spec.payerCurrency.label"), value: spec.payerCurrency },
    { label: t("spec.payeeCurrency.label"), value: spec.payeeCurrency },
    { label: t("spec.amount.label"), value: <MoneyText {...spec.amount} display="code" /> },
    // The API takes a bank's own words, so a purpose need not be one of the market's.
    {
      label: t("spec.purpose.label"),
      value: purpose && (/^[A-Z]{4}$/.test(purpose) && t.has(purposeKey) ? t(purposeKey) : purpose),
    },
    {
      label: t("spec.lockMinutes.label"),
      value: lockMinutes !== undefined && (lockMinutes === 0 ? t("spot") : duration(lockMinutes)),
    },
    {
      label: t("spec.settleWithinDays.label"),
      value: settleWithinDays !== undefined && t("settleDays", { n: settleWithinDays }),
    },
    {
      label: t("spec.depositPercent.label"),
      value: depositPercent !== undefined && t("split", { deposit: depositPercent, balance: 100 - depositPercent }),
    },
    { label: t("spec.payouts.label"), value: spec.payouts !== undefined && <CountText value={spec.payouts} /> },
    { label: t("spec.creditType.label"), value: spec.creditType && t(`option.creditType.${spec.creditType}`) },
    {
      label: t("spec.tenorDays.label"),
      value: spec.tenorDays !== undefined && words("duration.days", { n: spec.tenorDays }),
    },
    { label: t("spec.remarks.label"), value: spec.remarks, span: "all" },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
