import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hubNameOf } from "@/components/hubs/hub-name-of";
import { amountText } from "@/components/hubs/format-amount";
import { MoneyText } from "@/components/ui/figures/money-text";
import { RouteText } from "@/components/ui/freight/route-text";
import { ServiceName } from "@/components/services/face/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { Hub } from "@/domain/hubs/hub";
import type { Mode, Place } from "@/domain/hubs/place";
import type { Service } from "@/domain/services/service";
import type { Currency } from "@/domain/shared/money";

export type CountedRow = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly service: Service | null;
  readonly hubId: string;
  readonly originId: string;
  readonly destinationId: string;
  readonly mode: Mode;
  readonly buyerName: string;
  readonly contractedAt: number;
  readonly valueCnyMinor: bigint | null;
  readonly passThroughCnyMinor: bigint | null;
  readonly minor: bigint;
  readonly currency: Currency;
  readonly weightGrams: number;
};

type RowsTableProps = {
  readonly rows: readonly CountedRow[];
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly places: ReadonlyMap<string, Place>;
  /** The reader's zone. */
  readonly zone: string;
};

/** The orders or deals that a figure counts. */
export function RowsTable({ rows, hubs, places, zone }: RowsTableProps) {
  const t = useTranslations("admin.traffic.rows");
  const caption = useTranslations("admin.traffic.caption")("rows");
  const locale = useLocale();
  const isDeals = rows[0]?.service === null;
  const place = (id: string) => hubNameOf(places.get(id), locale, id);
  const route = (row: CountedRow) => (
    <RouteText
      from={place(row.originId)}
      hub={hubNameOf(hubs.get(row.hubId), locale, row.hubId)}
      isBorderHub={hubs.get(row.hubId)?.isBorderHub ?? false}
      to={place(row.destinationId)}
      mode={row.mode}
    />
  );
  const contracted = (row: CountedRow) => <TimeText at={row.contractedAt} zone={zone} hasYear />;
  const price = (row: CountedRow): ReactNode => <MoneyText minor={row.minor} currency={row.currency} display="code" />;
  const columns: Column<CountedRow>[] = [
    { key: "number", head: t("number"), cell: (row) => row.reference, detail: (row) => row.title },
    { key: "route", head: t("route"), cell: route },
    ...(isDeals
      ? []
      : [
          {
            key: "service",
            head: t("service"),
            cell: (row: CountedRow) => row.service && <ServiceName service={row.service} />,
          },
        ]),
    { key: "buyer", head: t("buyer"), cell: (row) => row.buyerName },
    { key: "contracted", head: t("contracted"), cell: contracted },
    { key: "price", head: isDeals ? t("goods") : t("price"), isNumber: true, cell: price },
    ...(isDeals
      ? []
      : [
          {
            key: "value",
            head: t("value"),
            isNumber: true,
            cell: (row: CountedRow) => amountText(row.valueCnyMinor ?? 0n, "value", locale),
          },
          {
            key: "passThrough",
            head: t("passThrough"),
            isNumber: true,
            cell: (row: CountedRow) => amountText(row.passThroughCnyMinor ?? 0n, "value", locale),
          },
        ]),
    {
      key: "weight",
      head: t("weight"),
      isNumber: true,
      cell: (row) => amountText(BigInt(row.weightGrams), "weight", locale),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      card={(row) => (
        <RowCard
          number={row.reference}
          end={price(row)}
          title={row.title}
          route={route(row)}
          facts={
            <>
              {row.service && <ServiceName service={row.service} />}
              {contracted(row)}
            </>
          }
        />
      )}
    />
  );
}
