import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { ClosureEntryView, StateEntry } from "@/domain/hubs/board/board-view";

type Named = { readonly nameEn: string; readonly nameZh: string };

/** Every count that was entered, the latest first, with who entered it. */
export function StateTable({ rows, zone }: { readonly rows: readonly StateEntry[]; readonly zone: string }) {
  const t = useTranslations("hub-board.admin");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, {}).format(value);
  const columns: Column<StateEntry>[] = [
    { key: "mode", head: t("mode"), cell: ({ mode }) => modes(mode), detail: ({ source }) => source },
    { key: "asOf", head: t("asOf"), cell: ({ asOf }) => <TimeText at={asOf} zone={zone} hasYear /> },
    { key: "backlog", head: t("backlog"), isNumber: true, cell: ({ backlog }) => number(backlog) },
    {
      key: "throughput",
      head: t("throughput"),
      isNumber: true,
      cell: ({ throughputPerDay }) => number(throughputPerDay),
    },
    {
      key: "arrivals",
      head: t("arrivals"),
      isNumber: true,
      cell: ({ arrivalsPerDay = null }) => (arrivalsPerDay === null ? "" : number(arrivalsPerDay)),
    },
    {
      key: "capacity",
      head: t("capacity"),
      isNumber: true,
      cell: ({ capacityPerDay }) => (capacityPerDay === null ? "" : number(capacityPerDay)),
    },
    {
      key: "by",
      head: t("by"),
      cell: ({ enteredBy }) => enteredBy ?? t("firstData"),
      detail: ({ enteredAt }) => <TimeText at={enteredAt} zone={zone} hasYear />,
    },
  ];
  return (
    <DataTable
      caption={t("stateHistory")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      height="regular"
      className="hub-list"
    />
  );
}

type ClosuresProps = { readonly rows: readonly ClosureEntryView[]; readonly hub: Named; readonly zone: string };

/** Every closure that was announced, with who announced it and what became of it. */
export function ClosureEntries({ rows, hub, zone }: ClosuresProps) {
  const t = useTranslations("hub-board.admin");
  const words = useTranslations("hub-board.closure");
  const name = placeName(hub, useLocale());
  const time = (at: number, { zone: there }: ClosureEntryView) => (
    <TimeText at={at} zone={zone} hub={{ name, zone: there }} hasYear />
  );
  const became = ({ withdrawnAt, withdrawReason, isAhead }: ClosureEntryView) =>
    withdrawnAt !== null ? `${t("isWithdrawn")} ${withdrawReason}` : t(isAhead ? "stillAhead" : "over");
  const columns: Column<ClosureEntryView>[] = [
    { key: "what", head: words("what"), cell: ({ mode }) => words(mode ?? "all"), detail: ({ reason }) => reason },
    { key: "from", head: t("from"), cell: (row) => time(row.from, row) },
    { key: "to", head: t("to"), cell: (row) => time(row.to, row) },
    { key: "state", head: t("became"), cell: became, detail: ({ source }) => source },
    {
      key: "by",
      head: t("by"),
      cell: ({ enteredBy }) => enteredBy ?? t("firstData"),
      detail: ({ enteredAt }) => <TimeText at={enteredAt} zone={zone} hasYear />,
    },
  ];
  return (
    <DataTable
      caption={t("closureHistory")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      height="regular"
      className="hub-list"
    />
  );
}
