import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/money-text";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { useCountryName } from "../country-name";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { choicesIn } from "@/domain/services/spec-list";
import { paymentFields } from "@/domain/services/payment/spec";
import { numberedBoxes } from "../numbered-boxes";
import { useSpecBoxes } from "../spec-boxes";
import { useDurationWords } from "../service-words";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { TimeText } from "@/components/ui/time/time-text";

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

function PaymentSpecView({ spec }: SpecViewProps<SpecOf<"payment">>) {
  const t = useTranslations("service-payment");
  const duration = useDurationWords();
  const { amount, monthlyVolume, lockMinutes, settleWithinDays, depositPercent, balanceDue, tolerancePercent } = spec;
  const boxes = useSpecBoxes("payment", {
    list: paymentFields,
    spec,
    instead: {
      amount: { value: amount && <MoneyText {...amount} display="code" /> },
      monthlyVolume: { value: monthlyVolume && <MoneyText {...monthlyVolume} display="code" /> },
      lockMinutes: { value: lockMinutes !== undefined && (lockMinutes === 0 ? t("spot") : duration(lockMinutes)) },
      settleWithinDays: { value: settleWithinDays !== undefined && t("settleDays", { n: settleWithinDays }) },
      depositPercent: {
        value: depositPercent !== undefined && t("split", { deposit: depositPercent, balance: 100 - depositPercent }),
      },
      balanceDue: {
        value:
          balanceDue &&
          t("balanceDueAfter", { due: t(`option.balanceDue.${balanceDue}`), days: spec.balanceDueDays ?? 0 }),
      },
      payeeName: { detail: t("payeeUnseen") },
      payeeAccount: { detail: t("payeeUnseen") },
      declaresNoSanctions: { label: t("sanctionsBox"), value: spec.declaresNoSanctions && t("sanctionsDeclared") },
      tolerancePercent: {
        value: tolerancePercent !== undefined && t("tolerance", { percent: tolerancePercent }),
      },
    },
  });
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
  specChoices: choicesIn(paymentFields),
};
