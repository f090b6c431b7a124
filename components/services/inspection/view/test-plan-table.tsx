import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { TestPlanRow } from "@/domain/services/inspection/work/test-plan";
import { useTestName } from "../test-name";

/** The samples of named tests, beside those of the defect classes. */
export function TestPlanTable({ rows }: { readonly rows: readonly TestPlanRow[] }) {
  const t = useTranslations("services.plan");
  const words = useTranslations("service-inspection.testPlan");
  const testName = useTestName();
  const figure = (key: "sampleSize" | "acceptanceNumber" | "rejectionNumber"): Column<TestPlanRow> => ({
    key,
    head: t(key),
    cell: (row) => <CountText value={row[key]} />,
    isNumber: true,
  });
  const columns: Column<TestPlanRow>[] = [
    { key: "test", head: words("test"), cell: testName },
    { key: "level", head: words("level"), cell: (row) => row.level },
    { key: "codeLetter", head: t("codeLetter"), cell: (row) => row.codeLetter },
    figure("sampleSize"),
    figure("acceptanceNumber"),
    figure("rejectionNumber"),
  ];
  return (
    <DataTable
      caption={words("caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.test} ${row.text ?? ""}`}
      height="dense"
    />
  );
}
