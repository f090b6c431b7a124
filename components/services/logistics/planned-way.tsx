import { useLocale, useTranslations } from "next-intl";
import { placeName, typedPlaceName } from "@/components/ui/words";
import { numberFormat } from "@/components/ui/format";
import { formatDay } from "@/components/ui/time/format-time";
import type { PlannedRoute } from "@/domain/requests/planned-route";
import { DataTable } from "@/components/ui/table/data-table";
import { type PlanComparison, planComparison, withWait } from "@/domain/award/plan-comparison";
import { wholeDays } from "@/domain/hubs/place";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import { logisticsTermsSchema } from "@/domain/services/logistics/schema";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";
import { daysSpan } from "@/domain/shared/time";
import type { OwnBid } from "@/views/bids";

/** What is expected at the border when the goods come there, by which the days beside are counted. */
export function WaitToCome({ route }: { readonly route: Pick<PlannedRoute, "toCome"> }) {
  const t = useTranslations("service-logistics.plan");
  const locale = useLocale();
  if (route.toCome === null) return null;
  const { hub, day, wait } = route.toCome;
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return (
    <p className="text-sm">
      {t(wait.closedHours > 0 ? "nowExpectedShut" : "nowExpected", {
        hub: placeName(hub, locale),
        hours: number(wait.hours),
        queue: number(wait.queueHours),
        closed: number(wait.closedHours),
        day: formatDay(day, locale),
        source: wait.source,
      })}
    </p>
  );
}

type Days = { readonly min: number; readonly max: number };

/** How the planned way and a bid are said beside each other. A leg that ends at a known place is shown with the reader's name of it. */
function usePlanWords({ stops, days, borderWait, toCome }: PlannedRoute, places: readonly NamedPlace[]) {
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
    difference: ({ daysMore, waitHoursMore, legsDays }: PlanComparison, promised: Days): string[] =>
      [
        daysMore === 0 ? t("asPlanned") : t(daysMore < 0 ? "faster" : "slower", { days: Math.abs(daysMore) }),
        waitHoursMore !== null &&
          waitHoursMore !== 0 &&
          t(waitHoursMore < 0 ? "shorterWait" : "longerWait", { hours: Math.abs(waitHoursMore) }),
        legsDays !== null && t(legsDays < promised.min ? "legsShort" : "legsLong", { days: legsDays }),
      ].filter((line) => typeof line === "string"),
  };
}

export type PlanBid = {
  readonly id: string;
  /** Who bids, as the table names it. */
  readonly name: string;
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly terms: LogisticsTerms;
};

type PlanTableProps = {
  readonly route: PlannedRoute;
  readonly bids: readonly PlanBid[];
  /** The places that the market knows, whose names the reader is shown. */
  readonly places: readonly NamedPlace[];
};

type Row = {
  readonly key: string;
  readonly name: string;
  readonly way: string;
  readonly days: string;
  readonly wait: string;
  /** Its days with the wait that is expected now. */
  readonly withWait: string;
  readonly difference: readonly string[];
};

/** The planner's way first, each bid below it: way, days, border wait, days with the wait now expected, and the difference in words. */
export function PlanTable({ route, bids, places }: PlanTableProps) {
  const t = useTranslations("service-logistics.plan");
  const locale = useLocale();
  const words = usePlanWords(route, places);
  const planned: Row = {
    key: "plan",
    name: t("planner"),
    way: route.stops.map((stop) => placeName(stop, locale)).join(" → "),
    days: words.days(wholeDays(route.days)),
    wait: words.hours(route.borderWait?.hours),
    withWait: words.planWithWait(),
    difference: [],
  };
  const rows = bids.map(
    ({ id, name, transitDays, terms }): Row => ({
      key: id,
      name,
      way: words.legs(terms.legs),
      days: words.days(transitDays),
      wait: words.hours(terms.borderWaitHours),
      withWait: words.withWait({ transitDays, ...terms }),
      difference: words.difference(planComparison(route, { transitDays, ...terms }), transitDays),
    }),
  );
  return (
    <DataTable
      caption={t("caption")}
      rows={[planned, ...rows]}
      rowKey={(row) => row.key}
      height="regular"
      columns={[
        { key: "who", head: t("who"), cell: (row) => row.name, detail: (row) => row.way },
        { key: "days", head: t("days"), isNumber: true, cell: (row) => row.days },
        { key: "wait", head: t("wait"), isNumber: true, cell: (row) => row.wait },
        ...(route.toCome
          ? [{ key: "withWait", head: t("withWait"), isNumber: true, cell: (row: Row) => row.withWait }]
          : []),
        {
          key: "difference",
          head: t("difference"),
          className: "min-w-44",
          cell: (row) =>
            row.difference.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            )),
        },
      ]}
    />
  );
}

type OwnPlanRowsProps = {
  readonly route: PlannedRoute;
  readonly bid: OwnBid;
  readonly places: readonly NamedPlace[];
};

/** The planner's way beside the bidder's own latest version. */
export function OwnPlanRows({ route, bid, places }: OwnPlanRowsProps) {
  const t = useTranslations("service-logistics.plan");
  const { transitDays, terms } = bid.versions[0].content;
  // Terms that are read no longer say no way; they are shown word for word beside it.
  const own = { id: bid.id, name: t("yours"), transitDays, terms: logisticsTermsSchema.safeParse(terms).data ?? {} };
  return (
    <section className="border-t border-line">
      <h3 className="px-4 pt-3 font-medium">{t("titleOwn")}</h3>
      <p className="px-4 pb-2 text-sm text-ink-2">{t("lead")}</p>
      <div className="px-4 pt-2">
        <WaitToCome route={route} />
      </div>
      <PlanTable route={route} bids={[own]} places={places} />
    </section>
  );
}
