import { useTranslations } from "next-intl";
import { ServiceName } from "@/components/services/service-name";
import { MoneyText } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { ExportedOrder } from "@/views/exports";
import { useTradeNames } from "./trade-names";

type ExportedOrdersProps = {
  readonly rows: readonly ExportedOrder[];
  /** The reader's zone. */
  readonly zone: string;
};

/** The orders that a figure of services exports counts: who sold what to whom, and what it adds to the value. */
export function ExportedOrdersTable({ rows, zone }: ExportedOrdersProps) {
  const t = useTranslations("exports");
  const { country, corridor, yuan } = useTradeNames();
  const columns: Column<ExportedOrder>[] = [
    { key: "number", head: t("rows.number"), cell: (row) => row.reference, detail: (row) => row.title },
    {
      ...{ key: "service", card: "facts", head: t("head.kind") },
      cell: (row) => <ServiceName service={row.service} />,
    },
    {
      ...{ key: "provider", card: "facts", head: t("rows.provider"), isNamedOnCard: true },
      cell: (row) => t("named", { name: row.providerName, country: country(row.providerCountry) }),
    },
    {
      ...{ key: "buyer", card: "facts", head: t("rows.buyer"), isNamedOnCard: true },
      cell: (row) => t("named", { name: row.buyerName, country: country(row.buyerCountry) }),
    },
    { key: "corridor", card: "facts", head: t("head.corridor"), cell: (row) => corridor(row.corridor) },
    {
      ...{ key: "contracted", card: "facts", head: t("rows.contracted") },
      cell: (row) => <TimeText at={row.contractedAt} zone={zone} hasYear />,
    },
    {
      ...{ key: "price", card: "end", head: t("rows.price"), isNumber: true },
      cell: (row) => <MoneyText minor={row.minor} currency={row.currency} display="code" />,
    },
    {
      ...{ key: "value", card: "facts", head: t("head.value"), isNumber: true, isNamedOnCard: true },
      cell: (row) => yuan(row.valueCnyMinor),
    },
  ];
  return <DataTable caption={t("rows.title")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
