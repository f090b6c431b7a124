import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { useCountryName } from "../country-name";
import { CountText } from "@/components/ui/number-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { numberedBoxes } from "../numbered-boxes";
import { useDurationWords } from "../service-words";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { DateText, TimeText } from "@/components/ui/time/time-text";

/** Where the words of a spec's choices stand, by the member's path; for those who tell of one value apart from its form. */
const paymentSpecChoices = {
  need: "service-payment.option.need",
  payerCountry: "services.country",
  payeeCountry: "services.country",
  purpose: "service-payment.option.purpose",
  tradeDocuments: "service-payment.option.tradeDocument",
  balanceDue: "service-payment.option.balanceDue",
  creditType: "service-payment.option.creditType",
  creditDocuments: "service-payment.option.creditDocument",
} as const;

type PaymentBriefTextProps = { readonly spec: SpecOf<"payment"> };

/** A payment in one line: from which currency to which, how much, and to which country. */
function PaymentBriefText({ spec }: PaymentBriefTextProps) {
  const t = useTranslations("service-payment.brief");
  const countryName = useCountryName();
  const { payerCurrency, payeeCurrency, payeeCountry, amount, monthlyVolume } = spec;
  const moved = amount ?? monthlyVolume;
  const parts = [
    t("pair", { payer: payerCurrency, payee: payeeCurrency }),
    moved && (
      <>
        <MoneyText {...moved} display="code" />
        {amount === undefined && t("aMonth")}
      </>
    ),
    payeeCountry && t("payeeIn", { country: countryName(payeeCountry) }),
  ].filter((part) => part !== undefined && part !== "");
  return (
    <>
      {parts.map((part, at) => (
        // The parts never change their order.
        <span key={at}>
          {at > 0 && " · "}
          {part}
        </span>
      ))}
    </>
  );
}

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

function PaymentSpecView({ spec }: SpecViewProps<SpecOf<"payment">>) {
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
    { label: label("payeeName"), value: spec.payee?.name, detail: t("payeeUnseen") },
    { label: label("payeeBank"), value: spec.payee?.bank },
    { label: label("payeeBic"), value: spec.payee?.bic },
    { label: label("payeeBik"), value: spec.payee?.bik },
    { label: label("payeeAccount"), value: spec.payee?.account, detail: t("payeeUnseen") },
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

function PaymentTermsView({ terms, zone }: TermsViewProps<TermsOf<"payment">>) {
  const t = useTranslations("service-payment");
  const words = useTranslations("services");
  const duration = useDurationWords();
  const countryName = useCountryName();
  const { lockMinutes, midAt, expiresAt, returnDays } = terms;
  const label = (name: string) => t(`terms.${name}.label`);
  const optionOf = (group: string, value: string | undefined) => value && t(`option.${group}.${value}`);
  const hours = (n: number | undefined) => n !== undefined && words("duration.hours", { n });
  const boxes = numberedBoxes([
    { label: label("channel"), value: optionOf("channel", terms.channel) },
    { label: label("midSource"), value: terms.midSource },
    {
      label: t("terms.lockMinutes.shown"),
      value: lockMinutes !== undefined && (lockMinutes === 0 ? t("spot") : duration(lockMinutes)),
    },
    { label: label("expiresAt"), value: expiresAt !== undefined && <TimeText at={expiresAt} zone={zone} /> },
    { label: label("hoursToPayout"), value: hours(terms.hoursToPayout) },
    { label: label("returnDays"), value: returnDays !== undefined && words("duration.days", { n: returnDays }) },
    { label: label("returnCostBorneBy"), value: optionOf("returnCostBorneBy", terms.returnCostBorneBy) },
    { label: label("licenceNumber"), value: terms.licenceNumber },
    { label: label("licenceCountry"), value: terms.licenceCountry && countryName(terms.licenceCountry) },
    { label: label("fallbackChannel"), value: optionOf("channel", terms.fallbackChannel) },
    { label: label("midRate"), value: terms.midRate },
    { label: label("midBase"), value: terms.midBase },
    { label: label("midAt"), value: midAt !== undefined && <TimeText at={midAt} zone={zone} /> },
    { label: label("hoursToPayoutP90"), value: hours(terms.hoursToPayoutP90) },
    { label: label("amountMax"), value: terms.amountMax && <MoneyText {...terms.amountMax} display="code" /> },
    { label: label("escrowRelease"), value: optionOf("escrowRelease", terms.escrowRelease) },
    { label: label("reportFrequency"), value: optionOf("reportFrequency", terms.reportFrequency) },
    {
      label: label("kycDocuments"),
      value: terms.kycDocuments?.map((name) => t(`option.kycDocument.${name}`)).join(" · "),
      span: "all",
    },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}

export const paymentScreens: ServiceScreens<SpecOf<"payment">, TermsOf<"payment">> = {
  SpecView: PaymentSpecView,
  TermsView: PaymentTermsView,
  BriefText: PaymentBriefText,
  specChoices: paymentSpecChoices,
};
