import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { SpecOf } from "@/domain/services/registry";
import { useCountryName } from "../words/country-name";

type PaymentBriefTextProps = { readonly spec: SpecOf<"payment"> };

/** A payment in one line: from which currency to which, how much, and to which country. */
export function PaymentBriefText({ spec }: PaymentBriefTextProps) {
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
