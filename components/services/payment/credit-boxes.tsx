import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/time/date-text";
import type { SpecOf } from "@/domain/services/registry";

/** The boxes of a letter of credit. */
export function useCreditBoxes(spec: SpecOf<"payment">) {
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
