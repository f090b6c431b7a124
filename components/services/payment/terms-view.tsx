import { useTranslations } from "next-intl";
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
  const { lockMinutes, expiresAt, hoursToPayout, returnDays, returnCostBorneBy } = terms;
  const boxes = numberedBoxes([
    { label: t("terms.channel.label"), value: terms.channel && t(`option.channel.${terms.channel}`) },
    { label: t("terms.midSource.label"), value: terms.midSource },
    {
      label: t("terms.lockMinutes.label"),
      value: lockMinutes !== undefined && (lockMinutes === 0 ? t("spot") : duration(lockMinutes)),
    },
    { label: t("terms.expiresAt.label"), value: expiresAt !== undefined && <TimeText at={expiresAt} zone={zone} /> },
    {
      label: t("terms.hoursToPayout.label"),
      value: hoursToPayout !== undefined && words("duration.hours", { n: hoursToPayout }),
    },
    {
      label: t("terms.returnDays.label"),
      value: returnDays !== undefined && words("duration.days", { n: returnDays }),
    },
    {
      label: t("terms.returnCostBorneBy.label"),
      value: returnCostBorneBy && t(`option.returnCostBorneBy.${returnCostBorneBy}`),
    },
    { label: t("terms.licenceNumber.label"), value: terms.licenceNumber },
    { label: t("terms.licenceCountry.label"), value: terms.licenceCountry && countryName(terms.licenceCountry) },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
