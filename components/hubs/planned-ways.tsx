import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import type { LeftOut } from "@/domain/hubs/choose-ways";
import { type DayRange, type Hub, type Place, shownTime } from "@/domain/hubs/place";
import type { Way, WayLeg } from "@/views/deals";
import { daysSpan } from "@/domain/shared/time";
import type { ReactNode } from "react";
import { BorderWaitText } from "@/components/deals/route-section";
import { HubTitle, hubNameOf } from "@/components/hubs/hub-title";
import { useFigureSource } from "@/components/services/country-name";
import { Panel } from "@/components/ui/blocks";
import { useNameList, useSentences } from "@/components/ui/words";
import { BestTag } from "@/components/ui/best-tag";
import { Icon } from "@/components/ui/icons/icon";
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

type LegsProps = Pick<WayCardProps, "way" | "rank" | "places">;

/** The legs of a way with distance, days and source of each figure, and the sums. */
function Legs({ way, rank, places }: LegsProps) {
  const t = useTranslations("hubs.plan");
  const words = useTranslations("hubs.way");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const days = useTimeOnWay();
  const name = (id: string) => hubNameOf(places.get(id), locale, id);
  const sourceOf = useFigureSource();
  const { borderWait } = way;
  const leg = ({ fromId, toId }: WayLeg) => t("legName", { from: name(fromId), to: name(toId) });
  const source = (one: WayLeg) =>
    one.isEstimate ? words("estimate") : words("source", { source: sourceOf(one.source) });
  const wait = borderWait ? (
    <>
      <BorderWaitText wait={borderWait} /> {!borderWait.isEstimate && `(${borderWait.source})`}
    </>
  ) : (
    words("noBorderWait")
  );
  return (
    <DataTable
      caption={t("legCaption", { n: rank })}
      className="way-legs"
      height="dense"
      rows={way.legs}
      rowKey={({ fromId, toId, mode }) => `${fromId} ${toId} ${mode}`}
      columns={[
        { key: "leg", head: t("leg"), cell: leg },
        { key: "mode", card: "facts", head: t("mode2"), cell: ({ mode }) => modes(mode) },
        {
          key: "km",
          card: "facts",
          isNamedOnCard: true,
          head: t("km"),
          isNumber: true,
          cell: (one) => number.format(one.distanceKm),
        },
        { key: "days", card: "end", head: t("days"), isNumber: true, cell: (one) => days(one.days) },
        { key: "source", card: "route", head: t("source"), cell: source },
      ]}
      foot={
        <tr>
          <th scope="row">{t("total")}</th>
          <td className="at-facts">{modes(way.mode)}</td>
          <td className="num at-facts" data-name={t("km")}>
            {number.format(way.distanceKm)}
          </td>
          <td className="num at-end">{days(way.days)}</td>
          <td className="at-route">{wait}</td>
        </tr>
      }
    />
  );
}

/** One way: its legs with distance, days and source of each figure, the wait at the border, and the sums. */
export function WayCard({ way, rank, isFastest, isShortest, hub, places, action }: WayCardProps) {
  const t = useTranslations("hubs.plan");
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
      <Legs way={way} rank={rank} places={places} />
    </Panel>
  );
}

/** Which modes have ways that are not shown, and why; nothing where all modes are. */
export function LeftOutModes({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const t = useTranslations("hubs.plan.leftOut");
  const modes = useTranslations("hubs.mode");
  const nameList = useNameList();
  const sentences = useSentences();
  if (leftOut.length === 0) return null;
  const byReason = [...Map.groupBy(leftOut, ({ why }) => why)];
  return (
    <p className="as-of">
      {sentences(...byReason.map(([why, of]) => t(why, { modes: nameList(of.map(({ mode }) => modes(mode))) })))}
    </p>
  );
}

/** A way with its place among them all, from 1. */
type Ranked = { readonly way: Way; readonly rank: number };

type FoldedWaysProps = Pick<WayCardProps, "places"> & {
  readonly ways: readonly Ranked[];
  readonly hubs: ReadonlyMap<string, Hub>;
  /** The least distance of all ways, whose row says so. */
  readonly shortestKm: number;
};

/** The ways after the best ones, a row each with what tells them apart, which unfolds to the legs. */
export function FoldedWays({ ways, hubs, places, shortestKm }: FoldedWaysProps) {
  const t = useTranslations("hubs.plan");
  const modes = useTranslations("hubs.mode");
  const number = numberFormat(useLocale(), { maximumFractionDigits: 1 });
  const time = useTimeOnWay();
  if (ways.length === 0) return null;
  return (
    <Panel title={t("others")} aside={t("othersCount", { count: ways.length })} isFlush>
      {ways.map(({ way, rank }) => (
        <details key={rank} className="border-t border-line">
          <summary className="way-row">
            <Icon name="chevron-right" />
            <b>
              {t("rank", { n: rank })} ·{" "}
              <HubTitle hub={hubs.get(way.hubId) ?? { nameEn: way.hubId, nameZh: way.hubId }} />
            </b>
            {way.distanceKm === shortestKm && <BestTag>{t("shortest")}</BestTag>}
            <small>
              {t("wayFacts", { mode: modes(way.mode), time: time(way.days), km: number.format(way.distanceKm) })}
            </small>
          </summary>
          {/* A link to what stands in a fold opens it. */}
          <div id={`way-${rank}`}>
            <Legs way={way} rank={rank} places={places} />
          </div>
        </details>
      ))}
    </Panel>
  );
}

type WaysTableProps = { readonly ways: readonly Way[]; readonly hubs: ReadonlyMap<string, Hub> };

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
      card: "end",
      head: t("days"),
      isNumber: true,
      cell: ({ way }) => time(way.days),
      detail: () => words("estimate"),
    },
    {
      key: "km",
      card: "facts",
      isNamedOnCard: true,
      head: t("km"),
      isNumber: true,
      cell: ({ way }) => number.format(way.distanceKm),
      detail: ({ way }) => (way.legs.some((leg) => leg.isEstimate) ? words("estimate") : words("sourced")),
    },
    {
      key: "wait",
      card: "facts",
      isNamedOnCard: true,
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
