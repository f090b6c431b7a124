import { useLocale, useTranslations } from "next-intl";
import { typedPlaceName } from "@/components/ui/party-name";
import type { NamedPlace } from "@/domain/shared/named";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";

type Leg = NonNullable<LogisticsTerms["legs"]>[number];

/** A leg of a bid in one line: where to, by what, by whom, how long. A known place is shown with the reader's name of it. */
export function useLegWords(places: readonly NamedPlace[]): (leg: Leg) => string {
  const t = useTranslations("service-logistics.view");
  const locale = useLocale();
  const words = useTranslations("services");
  return ({ place, mode, carrier, days }) =>
    [
      t("leg", { place: typedPlaceName(place, places, locale), mode: words(`mode.${mode}`) }),
      carrier,
      days !== undefined && words("duration.days", { n: days }),
    ]
      .filter(Boolean)
      .join(" · ");
}
