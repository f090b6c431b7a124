import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import { MoneyText } from "@/components/ui/figures/money-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { SpecOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import { useCountryName } from "../words/country-name";
import { useDurationWords } from "../words/duration-words";
import type { SpecViewProps } from "../screens";
import { DateText } from "@/components/ui/time/date-text";

/** The boxes of a letter of credit. */
function useCreditBoxes(spec: SpecOf<"payment">) {
  const t = useTranslations("service-payment");
  const words = useTranslations("services");
  const { tenorDays, tolerancePercent, arePartialShipmentsAllowed } = spec;
  const label = (name: string) => t(`spec.${name}.label`);
  return [
    { label: label("creditType"), value: spec.creditType && t(`option.creditType.${spec.creditType}`) },
    { label: label("tenorDays"), value: tenorDays !== undefined && words("duration.days", { n: tenorDays }) },
    { label: label("issuingBank"), value: spec.issuingBank },
    { label: label("latestShipment"), value: spec.latestShipment && <DateText day={spec.latestShipment} /> },
    { label: label("creditExpiry"), value: spec.creditExpiry && <DateText day={spec.creditExpiry} /> },
    {
      label: label("tolerancePercent"),
      value: tolerancePercent !== undefined && t("tolerance", { percent: tolerancePercent }),
    },
    {
      label: label("arePartialShipmentsAllowed"),
      value: arePartialShipmentsAllowed !== undefined && words(`answer.${arePartialShipmentsAllowed ? "yes" : "no"}`),
    },
    {
      label: label("creditDocuments"),
      value: spec.creditDocuments?.map((name) => t(`option.creditDocument.${name}`)).join(" · "),
      span: "all" as const,
    },
  ];
}

export function PaymentSpecView({ spec }: SpecViewProps<SpecOf<"payment">>) {
  const t = useTranslations("service-payment");
  const words = useTranslations("services");
  const duration = useDurationWords();
  const countryName = useCountryName();
  const creditBoxes = useCreditBoxes(spec);
  const { purpose, lockMinutes, depositPercent, settleWithinDays, balanceDue } = spec;
  const purposeKey = `option.purpose.${purpose}`;
  const label = (name: string) => t(`spec.${name}.label`);
  const boxes = numberedBoxes([
    { label: label("need"), value: t(`option.need.${spec.need}`) },
    { label: label("payerCurrency"), value: spec.payerCurrency },
    { label: label("payeeCurrency"), value: spec.payeeCurrency },
    { label: label("amount"), value: spec.amount && <MoneyText {...spec.amount} display="code" /> },
    // The API takes a bank's own words, so a purpose need not be one of the market's.
    {
      label: label("purpose"),
      value: purpose && (/^[A-Z]{4}$/.test(purpose) && t.has(purposeKey) ? t(purposeKey) : purpose),
    },
    {
      label: label("lockMinutes"),
      value: lockMinutes !== undefined && (lockMinutes === 0 ? t("spot") : duration(lockMinutes)),
    },
    {
      label: label("settleWithinDays"),
      value: settleWithinDays !== undefined && t("settleDays", { n: settleWithinDays }),
    },
    {
      label: label("depositPercent"),
      value: depositPercent !== undefined && t("split", { deposit: depositPercent, balance: 100 - depositPercent }),
    },
    { label: label("payouts"), value: spec.payouts !== undefined && <CountText value={spec.payouts} /> },
    ...creditBoxes,
    { label: label("payerCountry"), value: spec.payerCountry && countryName(spec.payerCountry) },
    { label: label("payeeCountry"), value: spec.payeeCountry && countryName(spec.payeeCountry) },
    { label: label("payeeName"), value: spec.payee?.name },
    { label: label("payeeBank"), value: spec.payee?.bank },
    { label: label("payeeBic"), value: spec.payee?.bic },
    { label: label("payeeBik"), value: spec.payee?.bik },
    { label: label("payeeAccount"), value: spec.payee?.account },
    {
      label: label("monthlyVolume"),
      value: spec.monthlyVolume && <MoneyText {...spec.monthlyVolume} display="code" />,
    },
    {
      label: label("balanceDue"),
      value:
        balanceDue &&
        t("balanceDueAfter", { due: t(`option.balanceDue.${balanceDue}`), days: spec.balanceDueDays ?? 0 }),
    },
    {
      label: label("tradeDocuments"),
      value: spec.tradeDocuments?.map((name) => t(`option.tradeDocument.${name}`)).join(" · "),
      span: "all",
    },
    { label: label("counterpartyBanks"), value: spec.counterpartyBanks, span: "all" },
    {
      label: label("hadReturns"),
      value: spec.hadReturns !== undefined && words(`answer.${spec.hadReturns ? "yes" : "no"}`),
    },
    { label: t("sanctionsBox"), value: spec.declaresNoSanctions && t("sanctionsDeclared") },
    { label: label("remarks"), value: spec.remarks, span: "all" },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
