import { useLocale, useTranslations } from "next-intl";
import { typedPlaceName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { withWait } from "@/domain/award/plan/with-wait";
import type { BesidePlan } from "@/domain/award/plan/beside-plan";
import type { PlannedRoute } from "@/domain/requests/planned-route";
import type { NamedPlace } from "@/domain/shared/named";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";
import { daysSpan } from "@/domain/shared/days-span";

type Days = { readonly min: number; readonly max: number };

/** How the planned way and a bid are said beside each other. A leg that ends at a known place is shown with the reader's name of it. */
export function usePlanWords({ stops, days, borderWait, toCome }: PlannedRoute, places: readonly NamedPlace[]) {
  const t = useTranslations("service-logistics.plan");
  const locale = useLocale();
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const range = ({ min, max }: Days): string => t("daysRange", daysSpan({ min, max }));
  const moved = (bid: Parameters<typeof withWait>[0]): string => {
    const found = toCome && withWait(bid, toCome.wait.hours);
    return found ? range(found.days) : t("noAssumption");
  };
  return {
    withWait: moved,
    /** The plan's own days, of which its wait is a part. */
    planWithWait: (): string => moved({ transitDays: days, borderWaitHours: borderWait?.hours ?? 0 }),
    days: range,
    hours: (hours: number | undefined): string => (hours === undefined ? t("unknown") : number.format(hours)),
    legs: (legs: LogisticsTerms["legs"]): string =>
      legs ? legs.map((leg) => typedPlaceName(leg.place, [...stops, ...places], locale)).join(" → ") : t("noLegs"),
    difference: ({ daysMore, waitHoursMore, legsDays }: BesidePlan, promised: Days): string[] =>
      [
        daysMore === 0 ? t("asPlanned") : t(daysMore < 0 ? "faster" : "slower", { days: Math.abs(daysMore) }),
        waitHoursMore !== null &&
          waitHoursMore !== 0 &&
          t(waitHoursMore < 0 ? "shorterWait" : "longerWait", { hours: Math.abs(waitHoursMore) }),
        legsDays !== null && t(legsDays < promised.min ? "legsShort" : "legsLong", { days: legsDays }),
      ].filter((line) => typeof line === "string"),
  };
}
