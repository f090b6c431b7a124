import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { ReusedPhoto } from "@/domain/inspections/inspection-view";

type ReusedPhotosTableProps = { readonly rows: readonly ReusedPhoto[]; readonly zone: string };

/** Pictures that were sent twice: in which reports, by whom, and how near they are. */
export function ReusedPhotosTable({ rows, zone }: ReusedPhotosTableProps) {
  const t = useTranslations("inspections.admin");
  const locale = useLocale();
  const other = (row: ReusedPhoto) => row.other?.reference ?? t("same");
  const provider = (row: ReusedPhoto) => partyName(row.provider, locale);
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "order", head: t("order"), cell: ({ reference }) => reference, detail: ({ title }) => title },
        { key: "provider", head: t("provider"), cell: provider },
        { key: "other", head: t("other"), cell: other },
        { key: "likeness", head: t("likeness"), cell: ({ distance }) => t(distance === 0 ? "identical" : "near") },
        { key: "found", head: t("found"), cell: ({ foundAt }) => <TimeText at={foundAt} zone={zone} /> },
      ]}
      card={(row) => (
        <RowCard
          number={row.reference}
          end={<TimeText at={row.foundAt} zone={zone} />}
          title={row.title}
          route={`${t("other")}: ${other(row)}`}
          facts={provider(row)}
        />
      )}
    />
  );
}
