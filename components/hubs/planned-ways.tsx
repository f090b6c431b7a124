import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/intl-cache";
import { type DayRange, type Way, type WayLeg, shownTime } from "@/domain/hubs/way";
import { daysSpan } from "@/domain/shared/days-span";
import type { ReactNode } from "react";
import { BorderWaitText } from "@/components/deals/border-wait-text";
import { HubTitle, hubNameOf } from "@/components/hubs/hub-title";
import { useFigureSource } from "@/components/services/country-name";
import { Panel, ScrollBox } from "@/components/ui/panel";
import { BestTag } from "@/components/ui/best-tag";
import type { Hub } from "@/domain/hubs/hub";
import type { Place } from "@/domain/hubs/place";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";

/** Says a planned time in hours where it is below a day, else in days, and ends that are equal once. */
function useTimeOnWay(): (days: DayRange) => string {
  const words = useTranslations("hubs.way");
  const number = numberFormat(useLocale(), { maximumFractionDigits: 1 });
  return (days) => {
    const { unit, min, max } = shownTime(days);
    return words(unit, daysSpan({ min: number.format(min), max: number.format(max) }));
  };
}

type WayCardProps = {
  readonly way: Way;
  /** From 1. */
  readonly rank: number;
  readonly isFastest: boolean;
  readonly isShortest: boolean;
  readonly hub: Hub | undefined;
  readonly places: ReadonlyMap<string, Place>;
  /** One way on: the posting form with this route. */
  readonly action?: ReactNode;
};

/** One way: its legs with distance, days and source of each figure, the wait at the border, and the sums. */
export function WayCard({ way, rank, isFastest, isShortest, hub, places, action }: WayCardProps) {
  const t = useTranslations("hubs.plan");
  const words = useTranslations("hubs.way");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const days = useTimeOnWay();
  const name = (id: string) => hubNameOf(places.get(id), locale, id);
  const sourceOf = useFigureSource();
  const { borderWait } = way;
  const source = (leg: WayLeg) =>
    leg.isEstimate ? words("estimate") : words("source", { source: sourceOf(leg.source) });
  const title = (
    <>
      {t("rank", { n: rank })} · {hub && <HubTitle hub={hub} />}
    </>
  );
  const tools = (
    <>
      {isFastest && <BestTag>{t("best")}</BestTag>}
      {isShortest && <BestTag>{t("shortest")}</BestTag>}
    </>
  );
  return (
    <Panel title={title} tools={tools} aside={action} id={`way-${rank}`} isFlush>
      <ScrollBox label={t("legCaption", { n: rank })}>
        <table className="data-table rows-dense way-legs">
          <caption>{t("legCaption", { n: rank })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("leg")}</th>
              <th scope="col">{t("mode2")}</th>
              <th scope="col" className="num">
                {t("km")}
              </th>
              <th scope="col" className="num">
                {t("days")}
              </th>
              <th scope="col">{t("source")}</th>
            </tr>
          </thead>
          <tbody>
            {way.legs.map((leg) => (
              <tr key={`${leg.fromId} ${leg.toId} ${leg.mode}`}>
                <th scope="row">{t("legName", { from: name(leg.fromId), to: name(leg.toId) })}</th>
                <td>{modes(leg.mode)}</td>
                <td className="num">{number.format(leg.km)}</td>
                <td className="num">{days(leg.days)}</td>
                <td>{source(leg)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              <td>{modes(way.mode)}</td>
              <td className="num">{number.format(way.distanceKm)}</td>
              <td className="num">{days(way.days)}</td>
              <td>
                {borderWait ? (
                  <>
                    <BorderWaitText wait={borderWait} /> {!borderWait.isEstimate && `(${borderWait.source})`}
                  </>
                ) : (
                  words("noBorderWait")
                )}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </Panel>
  );
}

type WaysTableProps = { readonly ways: readonly Way[]; readonly hubs: ReadonlyMap<string, Hub> };

type Ranked = { readonly way: Way; readonly rank: number };

/** The ways side by side, the fastest first; each leads to its legs. */
export function WaysTable({ ways, hubs }: WaysTableProps) {
  const t = useTranslations("hubs.plan");
  const modes = useTranslations("hubs.mode");
  const words = useTranslations("hubs.way");
  const board = useTranslations("hub-board.list");
  const locale = useLocale();
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const time = useTimeOnWay();
  const hub = (id: string) => hubs.get(id);
  const columns: Column<Ranked>[] = [
    {
      key: "hub",
      head: t("hub"),
      cell: ({ way }) => <HubTitle hub={hub(way.hubId) ?? { nameEn: way.hubId, nameZh: way.hubId }} />,
      detail: ({ way }) => modes(way.mode),
    },
    {
      key: "days",
      head: t("days"),
      isNumber: true,
      cell: ({ way }) => time(way.days),
      detail: () => words("estimate"),
    },
    {
      key: "km",
      head: t("km"),
      isNumber: true,
      cell: ({ way }) => number.format(way.distanceKm),
      detail: ({ way }) => (way.legs.some((leg) => leg.isEstimate) ? words("estimate") : words("sourced")),
    },
    {
      key: "wait",
      head: t("wait"),
      isNumber: true,
      cell: ({ way }) => (way.borderWait ? number.format(way.borderWait.hours) : t("noWait")),
      detail: ({ way: { borderWait } }) =>
        borderWait?.basis === "board" || borderWait?.basis === "orders"
          ? board(borderWait.basis)
          : borderWait?.isEstimate && words("estimate"),
    },
  ];
  return (
    <Panel title={t("compared")} isFlush>
      <DataTable
        caption={t("compared")}
        columns={columns}
        rows={ways.map((way, index) => ({ way, rank: index + 1 }))}
        rowKey={({ rank }) => String(rank)}
        className="hub-list"
        rowHref={({ rank }) => `#way-${rank}`}
      />
    </Panel>
  );
}
