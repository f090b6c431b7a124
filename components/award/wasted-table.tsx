import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import { DataTable } from "@/components/ui/table/data-table";
import { CountText } from "@/components/ui/figures";
import type { NamedParty } from "@/domain/shared/vocabulary";

type Row = { readonly buyer: NamedParty; readonly requests: number; readonly bids: number };

/** Buyers by the bids that were written for them in vain. */
export function WastedTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations("decide.wasted");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={({ buyer }) => buyer.id}
      height="regular"
      columns={[
        { key: "buyer", head: t("buyer"), cell: ({ buyer }) => partyName(buyer, locale) },
        { key: "requests", head: t("requests"), isNumber: true, cell: (row) => <CountText value={row.requests} /> },
        { key: "bids", head: t("bids"), isNumber: true, cell: (row) => <CountText value={row.bids} /> },
      ]}
    />
  );
}
