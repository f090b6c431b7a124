import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { useCountryName } from "../country-name";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { choicesIn } from "@/domain/services/member-list";
import { paymentFields } from "@/domain/services/payment/spec";
import { paymentTermsFields } from "@/domain/services/payment/terms";
import { useListedBoxes } from "../listed-boxes";
import { useDurationWords } from "../service-name";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";

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
  const boxes = useListedBoxes("payment", {
    group: "spec",
    list: paymentFields,
    of: spec,
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
  const duration = useDurationWords();
  const { lockMinutes, amountMax } = terms;
  const boxes = useListedBoxes("payment", {
    group: "terms",
    list: paymentTermsFields,
    of: terms,
    zone,
    instead: {
      lockMinutes: {
        label: t("terms.lockMinutes.shown"),
        value: lockMinutes !== undefined && (lockMinutes === 0 ? t("spot") : duration(lockMinutes)),
      },
      amountMax: { value: amountMax && <MoneyText {...amountMax} display="code" /> },
    },
  });
  return <WaybillGrid boxes={boxes} isFlat />;
}

export const paymentScreens: ServiceScreens<SpecOf<"payment">, TermsOf<"payment">> = {
  SpecView: PaymentSpecView,
  TermsView: PaymentTermsView,
  BriefText: PaymentBriefText,
  specChoices: choicesIn(paymentFields),
};
