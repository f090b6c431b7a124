import { useTranslations } from "next-intl";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";

type Failure = { readonly status: number; readonly codes: readonly string[] };

/** What it means when a call does not go well, by status. */
export function FailureTable({ failures }: { readonly failures: readonly Failure[] }) {
  const t = useTranslations("developers");
  const columns: Column<Failure>[] = [
    { key: "status", head: t("status"), cell: ({ status }) => status },
    { key: "meaning", head: t("meaning"), cell: ({ status }) => t(`failure.${status}`) },
    {
      key: "codes",
      head: t("codes"),
      cell: ({ codes }) =>
        codes.map((code) => (
          <code key={code} className="code-word">
            {code}
          </code>
        )),
    },
  ];
  return (
    <DataTable
      caption={t("errors")}
      columns={columns}
      rows={failures}
      rowKey={({ status }) => String(status)}
      height="dense"
    />
  );
}
