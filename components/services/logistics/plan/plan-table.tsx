import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { DataTable } from "@/components/ui/table/data-table";
import type { PlannedRoute } from "@/domain/requests/planned-route";
import { besidePlan } from "@/domain/award/plan/beside-plan";
import { wholeDays } from "@/domain/hubs/way";
import type { NamedPlace } from "@/domain/shared/named";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";
import { usePlanWords } from "./plan-words";

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
      difference: words.difference(besidePlan(route, { transitDays, ...terms }), transitDays),
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
