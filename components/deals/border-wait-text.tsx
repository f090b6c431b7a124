import { useLocale, useTranslations } from "next-intl";
import { dateFormat, numberFormat } from "@/components/ui/intl-cache";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import type { WayBorderWait } from "@/domain/hubs/way";
import { MARKET_ZONE } from "@/domain/shared/local-date";

type BorderWaitTextProps = { readonly wait: Omit<WayBorderWait, "source"> };

/** The wait at the border, with the board's time or the month that it is for; an estimate says so, and so does a closed border. */
export function BorderWaitText({ wait }: BorderWaitTextProps) {
  const t = useTranslations("deals.route");
  const words = useTranslations("hub-board.plan");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const { basis, asOf, closedHours = 0 } = wait;
  const hours = number(wait.hours);
  const closed = closedHours > 0 ? ` ${words("closed", { hours: number(closedHours) })}` : "";
  if (basis === "board" && asOf !== undefined) {
    const at = `${formatTime(asOf, { locale, zone: MARKET_ZONE })} ${zoneName(asOf, MARKET_ZONE, locale)}`;
    return words("board", { hours, at }) + closed;
  }
  if (basis === "orders") return words("orders", { hours }) + closed;
  if (basis === "none") return words("none", { hours }) + closed;
  const month = dateFormat(locale, { timeZone: "UTC", month: locale.startsWith("zh") ? "numeric" : "long" }).format(
    Date.UTC(2026, wait.month - 1, 1),
  );
  return t(wait.isEstimate ? "waitEstimate" : "wait", { month, hours }) + closed;
}
