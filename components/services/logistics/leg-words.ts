import { useTranslations } from "next-intl";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";

type Leg = NonNullable<LogisticsTerms["legs"]>[number];

/** A leg of a bid in one line: where to, by what, by whom, how long. */
export function useLegWords(): (leg: Leg) => string {
  const t = useTranslations("service-logistics.view");
  const words = useTranslations("services");
  return ({ place, mode, carrier, days }) =>
    [
      t("leg", { place, mode: words(`mode.${mode}`) }),
      carrier,
      days !== undefined && words("duration.days", { n: days }),
    ]
      .filter(Boolean)
      .join(" · ");
}
