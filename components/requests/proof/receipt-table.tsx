import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { DataTable } from "@/components/ui/table/data-table";
import type { ReceiptList } from "@/domain/requests/proof/receipt-list";
import { HashText } from "./hash-text";

type Row = { readonly number: number; readonly receipt: string; readonly leaf: string };

/** All that was handed in, in the order of coming: receipts, which tell neither who bid nor what. */
export function ReceiptTable({ list, found }: { readonly list: ReceiptList; readonly found: number | null }) {
  const t = useTranslations("requests.proof.list");
  const rows = list.receipts.map((receipt, at): Row => ({ number: at + 1, receipt, leaf: list.leaves[at] ?? "" }));
  return (
    <Panel title={t("title")} isFlush>
      {rows.length === 0 ? (
        <p className="p-4">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("caption")}
          rows={rows}
          height="dense"
          rowKey={(row) => String(row.number)}
          columns={[
            {
              key: "number",
              head: t("number"),
              cell: (row) => (row.number === found ? <b>{row.number} ✓</b> : row.number),
            },
            { key: "receipt", head: t("receipt"), cell: (row) => <HashText>{row.receipt}</HashText> },
            { key: "leaf", head: t("leaf"), cell: (row) => <HashText>{row.leaf}</HashText> },
          ]}
        />
      )}
    </Panel>
  );
}
