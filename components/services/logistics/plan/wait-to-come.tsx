import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { formatDay } from "@/components/ui/time/format-time";
import type { PlannedRoute } from "@/domain/requests/planned-route";

/** What is expected at the border when the goods come there, by which the days beside are counted. */
export function WaitToCome({ route }: { readonly route: Pick<PlannedRoute, "toCome"> }) {
  const t = useTranslations("service-logistics.plan");
  const words = useTranslations("hub-board.plan");
  const locale = useLocale();
  if (route.toCome === null) return null;
  const { hub, day, wait } = route.toCome;
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return (
    <p className="text-sm">
      {t("nowExpected", {
        hub: placeName(hub, locale),
        hours: number(wait.hours),
        day: formatDay(day, locale, false),
        source: wait.source,
      })}{" "}
      {wait.closedHours > 0 && words("closed", { hours: number(wait.closedHours) })}
    </p>
  );
}
