import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { SamplingPlanRow } from "@/domain/services/inspection/sampling/sampling";

export function SamplingPlanTable({ rows }: { readonly rows: readonly SamplingPlanRow[] }) {
  const t = useTranslations("services.plan");
  const figure = (key: "sampleSize" | "acceptanceNumber" | "rejectionNumber"): Column<SamplingPlanRow> => ({
    key,
    head: t(key),
    cell: (row) => <CountText value={row[key]} />,
    isNumber: true,
  });
  const columns: Column<SamplingPlanRow>[] = [
    { key: "defectClass", head: t("defectClass"), cell: (row) => t(row.defectClass) },
    { key: "codeLetter", head: t("codeLetter"), cell: (row) => row.codeLetter },
    figure("sampleSize"),
    figure("acceptanceNumber"),
    figure("rejectionNumber"),
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={(row) => row.defectClass} height="dense" />
  );
}
