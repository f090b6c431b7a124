import { useLocale, useTranslations } from "next-intl";
import { dateFormat, numberFormat } from "@/components/ui/intl-cache";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { useNameList } from "@/components/ui/sentences";
import type { HubWait } from "@/views/hubs";
import { CROSSINGS_DAYS } from "@/domain/hubs/board/crossing-times";

const DAY_HOURS = 24;

/** How waits are said: their length, what they are taken from, and a time on the reader's clock. */
export function useWaitWords(zone: string) {
  const t = useTranslations("hub-board.wait");
  const locale = useLocale();
  const tenths = numberFormat(locale, { maximumFractionDigits: 1 });
  const at = (time: number): string => `${formatTime(time, { locale, zone })} ${zoneName(time, zone, locale)}`;
  const monthName = (month: number): string =>
    dateFormat(locale, { timeZone: "UTC", month: locale.startsWith("zh") ? "numeric" : "long" }).format(
      Date.UTC(2026, month - 1, 1),
    );
  return {
    at,
    number: (value: number): string => tenths.format(value),
    /** "51.4 h (2.1 days)"; hours alone under a day. */
    length: (hours: number): string =>
      hours < DAY_HOURS
        ? t("hours", { hours: tenths.format(hours) })
        : t("hoursDays", { hours: tenths.format(hours), days: tenths.format(hours / DAY_HOURS) }),
    closed: ({ closedHours }: Pick<HubWait, "closedHours">): string | null =>
      closedHours > 0 ? t("closed", { hours: tenths.format(closedHours) }) : null,
    source: ({ basis, asOf, month, isEstimate }: HubWait): string => {
      if (basis === "board" && asOf !== null) return t("board", { at: at(asOf) });
      if (basis === "orders") return t("orders", { days: CROSSINGS_DAYS });
      if (basis === "none") return t("noQueue");
      return t(isEstimate ? "monthEstimate" : "month", { month: monthName(month) });
    },
  };
}

/** The countries that goods go to over a hub's land border, as its board names them: "Viet Nam"; abroad where it has none. */
export function useTowards(): (countries: readonly string[]) => string {
  const t = useTranslations("hub-board.wait");
  const nameList = useNameList();
  const names = new Intl.DisplayNames(useLocale(), { type: "region" });
  return (countries) =>
    countries.length === 0 ? t("abroad") : nameList(countries.map((code) => names.of(code) ?? code));
}
