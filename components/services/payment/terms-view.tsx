import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import { useCountryName } from "../words/country-name";
import { useDurationWords } from "../words/duration-words";
import type { TermsViewProps } from "../screens";

export function PaymentTermsView({ terms, zone }: TermsViewProps<TermsOf<"payment">>) {
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
