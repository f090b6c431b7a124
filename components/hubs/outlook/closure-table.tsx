import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import { type Closure, spanOf } from "@/domain/hubs/board/closure";

type ClosureTableProps = {
  readonly closures: readonly Closure[];
  readonly hub: { readonly nameEn: string; readonly nameZh: string };
  readonly zone: string;
};

/** What is closed and when, on the reader's clock and on that by which it was announced, with reason and source. */
export function ClosureTable({ closures, hub, zone }: ClosureTableProps) {
  const t = useTranslations("hub-board.closure");
  const name = placeName(hub, useLocale());
  const what = ({ mode }: Closure) => t(mode ?? "all");
  const when = (closure: Closure) => {
    const there = { name, zone: closure.zone };
    const { from, to } = spanOf(closure);
    return t.rich("times", {
      from: () => <TimeText at={from} zone={zone} hub={there} hasYear />,
      to: () => <TimeText at={to} zone={zone} hub={there} hasYear />,
    });
  };
  const columns: Column<Closure>[] = [
    { key: "what", head: t("what"), cell: what },
    { key: "when", head: t("when"), cell: when },
    { key: "reason", head: t("reason"), cell: ({ reason }) => reason, detail: ({ source }) => source },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={closures}
      rowKey={({ id }) => id}
      height="regular"
      card={(closure) => (
        <RowCard number={what(closure)} title={closure.reason} route={when(closure)} facts={closure.source} />
      )}
    />
  );
}
