import { useLocale, useTranslations } from "next-intl";
import { HubNow } from "@/components/hubs/board/hub-now";
import { HubName } from "@/components/ui/freight/hub-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { BoardRow } from "@/domain/hubs/board/board-view";
import { numberFormat } from "@/components/ui/figures/intl-cache";

type BoardsTableProps = { readonly rows: readonly BoardRow[]; readonly base: string; readonly zone: string };

/** Every port with its last figures, what is waited there now, and how many closures are announced. */
export function BoardsTable({ rows, base, zone }: BoardsTableProps) {
  const t = useTranslations("hub-board.admin");
  const locale = useLocale();
  const modes = useTranslations("hubs.mode");
  const number = (value: number) => numberFormat(locale, {}).format(value);
  const figures = ({ states }: BoardRow) =>
    states.length === 0
      ? t("never")
      : states.map((state) => (
          <span key={state.mode} className="hub-now">
            {t("figuresOf", {
              name: modes(state.mode),
              mode: state.mode,
              backlog: number(state.backlog),
              throughput: number(state.throughputPerDay),
            })}{" "}
            <small>
              <TimeText at={state.asOf} zone={zone} />
            </small>
          </span>
        ));
  const closures = ({ closureCount }: BoardRow) =>
    closureCount === 0 ? t("noClosures") : t("closuresCount", { count: closureCount });
  const columns: Column<BoardRow>[] = [
    { key: "port", head: t("port"), cell: ({ hub }) => <HubName {...hub} /> },
    { key: "figures", head: t("figures"), cell: figures },
    { key: "wait", head: t("wait"), cell: ({ now }) => <HubNow now={now} zone={zone} /> },
    { key: "closures", head: t("closures"), cell: closures },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={({ hub }) => hub.id}
      rowHref={({ hub }) => `${base}/${encodeURIComponent(hub.id)}`}
      height="regular"
      hasKeys
      card={(row) => (
        <RowCard
          number={<HubName {...row.hub} />}
          end={closures(row)}
          title={<HubNow now={row.now} zone={zone} />}
          facts={figures(row)}
        />
      )}
    />
  );
}
