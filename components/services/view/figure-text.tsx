import { useLocale, useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { MoneyText } from "@/components/ui/figures/money-text";
import { VolumeText } from "@/components/ui/figures/volume-text";
import { WeightText } from "@/components/ui/figures/weight-text";
import type { FigureValue } from "@/domain/services/figure";
import { useDurationWords } from "../words/duration-words";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { SamplingPlanRow } from "@/domain/services/inspection/sampling/sampling";
import type { TestPlanRow } from "@/domain/services/inspection/work/test-plan";
import { useTestName } from "../inspection/test-name";

/** The samples of named tests, beside those of the defect classes. */
function TestPlanTable({ rows }: { readonly rows: readonly TestPlanRow[] }) {
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

function SamplingPlanTable({ rows }: { readonly rows: readonly SamplingPlanRow[] }) {
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

/** A computed figure in the reader's digits and units. */
export function FigureText({ value }: { readonly value: Exclude<FigureValue, { kind: "note" }> }) {
  switch (value.kind) {
    case "weight":
      return <WeightText grams={value.weightGrams} />;
    case "volume":
      return <VolumeText cm3={value.volumeCm3} />;
    case "count":
      return <CountText value={value.count} />;
    case "money":
      return <MoneyText {...value.money} display="code" />;
    case "duration":
      return <DurationText minutes={value.minutes} />;
    case "quantity":
      return <QuantityText {...value} />;
    case "plan":
      return (
        <>
          <SamplingPlanTable rows={value.rows} />
          {value.tests.length > 0 && <TestPlanTable rows={value.tests} />}
        </>
      );
    case "text":
      return value.text;
  }
}

function DurationText({ minutes }: { readonly minutes: number }) {
  return useDurationWords()(minutes);
}

function QuantityText({ unit, quantityMilli }: Extract<FigureValue, { kind: "quantity" }>) {
  const measure = useTranslations("services.measure");
  const count = quantityMilli / 1000;
  return measure(unit, { value: numberFormat(useLocale(), { maximumFractionDigits: 1 }).format(count), count });
}
