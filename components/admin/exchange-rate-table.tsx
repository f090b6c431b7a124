import { QuietChip } from "@/components/ui/cells";
import { useTranslations } from "next-intl";
import { useFigureSource } from "@/components/services/country-name";
import { Icon } from "@/components/ui/icons/icon";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText } from "@/components/ui/time/time-text";
import type { LocalDate } from "@/domain/shared/time";

export type RateRow = {
  readonly id: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly day: LocalDate;
  readonly source: string;
  readonly enteredBy: string | null;
  readonly ageDays: number;
  readonly isStale: boolean;
};

type RatesTableProps = {
  readonly caption: string;
  readonly rows: readonly RateRow[];
  /** The currency's own page of rates; left out in a history. */
  readonly hrefOf?: (row: RateRow) => string;
};

/** Dated rates with their age and source; what is too old for conversions says so. */
export function RatesTable({ caption, rows, hrefOf }: RatesTableProps) {
  const t = useTranslations("admin.rates");
  const sourceOf = useFigureSource();
  const columns: Column<RateRow>[] = [
    { key: "pair", head: t("pair"), cell: (row) => `${row.base}/${row.quote}` },
    { key: "rate", head: t("rate"), isNumber: true, cell: (row) => row.rate },
    { key: "day", head: t("day"), cell: (row) => <DateText day={row.day} hasYear /> },
    { key: "age", head: t("age"), isNumber: true, cell: (row) => row.ageDays },
    {
      key: "state",
      head: t("state"),
      cell: (row) =>
        row.isStale ? (
          <span className="rate-stale">
            <Icon name="triangle-alert" />
            {t("stale")}
          </span>
        ) : (
          <QuietChip icon="check">{t("fresh")}</QuietChip>
        ),
    },
    { key: "source", head: t("source"), cell: (row) => sourceOf(row.source) },
    { key: "by", head: t("enteredBy"), cell: (row) => row.enteredBy ?? t("firstData") },
  ];
  return (
    <DataTable
      caption={caption}
      columns={hrefOf ? columns : columns.filter((column) => column.key !== "state")}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={hrefOf}
      height="dense"
    />
  );
}
