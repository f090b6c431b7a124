import { useLocale, useTranslations } from "next-intl";
import { HubTitle } from "@/components/hubs/hub-title";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { Panel } from "@/components/ui/page/panel";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { Hub } from "@/domain/hubs/hub";
import type { Way } from "@/domain/hubs/way";
import { useTimeOnWay } from "./time-on-way";

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
