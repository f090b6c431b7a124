import { useLocale, useTranslations } from "next-intl";
import { HubNow } from "@/components/hubs/outlook-panel";
import { HubName, placeName } from "@/components/ui/words";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { BoardRow, ClosureEntry, StateEntry } from "@/views/hubs";
import { numberFormat } from "@/components/ui/format";
import { type PlaceNames } from "@/domain/shared/place-names";

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
    { key: "figures", card: "facts", head: t("figures"), cell: figures },
    { key: "wait", card: "title", head: t("wait"), cell: ({ now }) => <HubNow now={now} zone={zone} /> },
    { key: "closures", card: "facts", isNamedOnCard: true, head: t("closures"), cell: closures },
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
    />
  );
}

type Named = PlaceNames;

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

type ClosuresProps = { readonly rows: readonly ClosureEntry[]; readonly hub: Named; readonly zone: string };

/** Every closure that was announced, with who announced it and what became of it. */
export function ClosureEntries({ rows, hub, zone }: ClosuresProps) {
  const t = useTranslations("hub-board.admin");
  const words = useTranslations("hub-board.closure");
  const name = placeName(hub, useLocale());
  const time = (at: number, { zone: there }: ClosureEntry) => (
    <TimeText at={at} zone={zone} hub={{ name, zone: there }} hasYear />
  );
  const became = ({ withdrawnAt, withdrawReason, isAhead }: ClosureEntry) =>
    withdrawnAt !== null ? `${t("isWithdrawn")} ${withdrawReason}` : t(isAhead ? "stillAhead" : "over");
  const columns: Column<ClosureEntry>[] = [
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
