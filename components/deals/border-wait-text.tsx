import { useLocale, useTranslations } from "next-intl";
import { dateFormat, numberFormat } from "@/components/ui/intl-cache";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { useSentences } from "@/components/ui/sentences";
import type { WayBorderWait } from "@/domain/hubs/way";
import type { BorderWait } from "@/views/ways";
import { MARKET_ZONE } from "@/domain/shared/local-date";

type BorderWaitTextProps = { readonly wait: WayBorderWait | BorderWait };

/** The wait at the border, with the board's time or the month that it is for and the closures that it is longer for; an estimate says so. */
export function BorderWaitText({ wait }: BorderWaitTextProps) {
  const t = useTranslations("deals.route");
  const words = useTranslations("hub-board.plan");
  const locale = useLocale();
  const sentences = useSentences();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const { basis, asOf = null, closedHours = 0, arrivesAt = null, closures = [] } = wait;
  const zone = MARKET_ZONE;
  const clock = (at: number) => formatTime(at, { locale, zone });
  const hours = number(wait.hours);
  const said = (wait: string) =>
    sentences(
      wait,
      closedHours > 0 && words("closed", { hours: number(closedHours) }),
      arrivesAt !== null && words("arrival", { day: formatTime(arrivesAt, { locale, zone, shape: "day" }) }),
      ...closures.map(({ from, to, reason }) =>
        words("closure", { from: clock(from), to: `${clock(to)} ${zoneName(to, zone, locale)}`, reason }),
      ),
    );
  if (basis === "board" && asOf !== null) {
    const at = `${clock(asOf)} ${zoneName(asOf, zone, locale)}`;
    return said(words("board", { hours, at }));
  }
  if (basis === "orders") return said(words("orders", { hours }));
  if (basis === "none") return said(words("none", { hours }));
  const month = dateFormat(locale, { timeZone: "UTC", month: locale.startsWith("zh") ? "numeric" : "long" }).format(
    Date.UTC(2026, wait.month - 1, 1),
  );
  return said(t(wait.isEstimate ? "waitEstimate" : "wait", { month, hours }));
}
