import { useLocale, useTranslations } from "next-intl";
import { dateFormat, numberFormat } from "@/components/ui/figures/intl-cache";
import type { WayBorderWait } from "@/domain/hubs/way";

/** The wait at the border with the month that it is for; an estimate says so. */
export function BorderWaitText({ wait }: { readonly wait: Pick<WayBorderWait, "hours" | "month" | "isEstimate"> }) {
  const t = useTranslations("deals.route");
  const locale = useLocale();
  const month = dateFormat(locale, { timeZone: "UTC", month: locale.startsWith("zh") ? "numeric" : "long" }).format(
    Date.UTC(2026, wait.month - 1, 1),
  );
  const hours = numberFormat(locale, { maximumFractionDigits: 1 }).format(wait.hours);
  return t(wait.isEstimate ? "waitEstimate" : "wait", { month, hours });
}
