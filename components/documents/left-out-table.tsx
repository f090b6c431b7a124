import { useTranslations } from "next-intl";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import type { DocumentKind } from "@/domain/services/document-kind";
import type { LeftOut } from "@/domain/documents/rules/required-documents";
import { SourceText } from "./source-text";

type LeftOutTableProps = {
  readonly leftOut: readonly LeftOut[];
  /** What another rule asks for all the same. */
  readonly needed: readonly DocumentKind[];
};

/** Papers that other deals need and this one does not, with the condition that does not hold. */
export function LeftOutTable({ leftOut, needed }: LeftOutTableProps) {
  const t = useTranslations("documents");
  const because = (row: LeftOut) => row.because.map((reason) => t(`left.reason.${reason}`)).join(" · ");
  const columns: Column<LeftOut>[] = [
    { key: "paper", head: t("readiness.paper"), cell: (row) => t(`kind.${row.document}`) },
    {
      key: "because",
      head: t("left.because"),
      className: "whitespace-normal",
      cell: because,
    },
    {
      key: "source",
      head: t("rules.source"),
      className: "whitespace-normal",
      cell: (row) => <SourceText source={row.source} />,
    },
  ];
  return (
    <DataTable
      caption={t("left.caption")}
      columns={columns}
      rows={leftOut.filter(({ document }) => !needed.includes(document))}
      rowKey={(row) => row.ruleId}
      height="dense"
      card={(row) => (
        <RowCard number={t(`kind.${row.document}`)} title={because(row)} route={<SourceText source={row.source} />} />
      )}
    />
  );
}
