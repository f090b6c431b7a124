import { useLocale, useTranslations } from "next-intl";
import { amountText } from "@/components/hubs/share-figures";
import { ButtonLink } from "@/components/ui/blocks";
import { Segmented } from "@/components/ui/segmented";
import { numberFormat } from "@/components/ui/format";
import { Icon } from "@/components/ui/icons/icon";
import type { RowKey, RowSort } from "@/domain/hubs/traffic-rows";
import type { ReactNode } from "react";
import { hubNameOf } from "@/components/hubs/hub-title";
import { MoneyText } from "@/components/ui/figures";
import { RouteText } from "@/components/ui/route-text";
import { ServiceName } from "@/components/services/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { Hub, Place } from "@/domain/hubs/place";
import type { BehindRow, RowsTotal } from "@/views/traffic";

type RowsBarProps = {
  readonly counted: "orders" | "deals";
  readonly total: RowsTotal;
  readonly sort: RowSort;
  /** The same rows sorted otherwise. */
  readonly sorts: readonly { readonly key: RowKey; readonly href: string }[];
  /** Null where there is nothing to export, or more than one file holds. */
  readonly exportHref: string | null;
  readonly exportMax: number;
};

/** What everything that the filters find comes to, how it is sorted, and where it is had as a file. */
export function RowsBar({ counted, total, sort, sorts, exportHref, exportMax }: RowsBarProps) {
  const t = useTranslations("admin.traffic.rows");
  const tooMany = useTranslations("admin.refusal");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, {}).format(value);
  const { count, valueCnyMinor, passThroughCnyMinor, weightGrams } = total;
  const sums = [
    t(`totalOf.${counted}`, { count }),
    ...(valueCnyMinor === null ? [] : [t("sumValue", { amount: amountText(valueCnyMinor, "value", locale) })]),
    ...(passThroughCnyMinor === null
      ? []
      : [t("sumPassThrough", { amount: amountText(passThroughCnyMinor, "value", locale) })]),
    t("sumWeight", { amount: amountText(BigInt(weightGrams), "weight", locale) }),
  ];
  return (
    <div className="rows-bar">
      <p className="rows-total">
        {sums.map((sum) => (
          <span key={sum}>{sum}</span>
        ))}
      </p>
      <Segmented
        label={t("sort")}
        items={sorts.map(({ key, href }) => ({
          href,
          label:
            key === sort.key ? (
              <>
                {t(`sortBy.${key}`)}
                <span className="sr-only">{t(directionOf(sort))}</span>
                <Icon name={sort.isAscending ? "arrow-up" : "arrow-down"} />
              </>
            ) : (
              t(`sortBy.${key}`)
            ),
          isCurrent: key === sort.key,
        }))}
      />
      {exportHref ? (
        <ButtonLink href={exportHref} size="small" icon="download" download>
          {t("export")}
        </ButtonLink>
      ) : (
        count > 0 && <p className="as-of">{tooMany("too_many_rows", { maximum: number(exportMax) })}</p>
      )}
    </div>
  );
}

function directionOf({ key, isAscending }: RowSort): "latest" | "earliest" | "largest" | "smallest" {
  if (key === "contracted") return isAscending ? "earliest" : "latest";
  return isAscending ? "smallest" : "largest";
}

export type RowsTableProps = {
  readonly rows: readonly BehindRow[];
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly places: ReadonlyMap<string, Place>;
  /** The reader's zone. */
  readonly zone: string;
  readonly sort: RowSort;
  /** The same rows sorted otherwise. */
  readonly sorts: readonly { readonly key: RowKey; readonly href: string }[];
};

const priceOf = (row: BehindRow): ReactNode => <MoneyText minor={row.minor} currency={row.currency} display="code" />;

function useRoute({ hubs, places }: RowsTableProps): (row: BehindRow) => ReactNode {
  const locale = useLocale();
  const place = (id: string) => hubNameOf(places.get(id), locale, id);
  return (row) => (
    <RouteText
      from={place(row.originId)}
      hub={hubNameOf(hubs.get(row.hubId), locale, row.hubId)}
      isBorderHub={hubs.get(row.hubId)?.isBorderHub ?? false}
      to={place(row.destinationId)}
      mode={row.mode}
    />
  );
}

type RowColumn = Column<BehindRow>;

/** What an order alone has: its service, and what it adds to the value. */
function useOrderColumns(): { readonly service: RowColumn; readonly sums: readonly RowColumn[] } {
  const t = useTranslations("admin.traffic.rows");
  const locale = useLocale();
  const yuan = (minor: bigint | null) => amountText(minor ?? 0n, "value", locale);
  return {
    service: {
      key: "service",
      card: "facts",
      head: t("service"),
      cell: (row) => row.service && <ServiceName service={row.service} />,
    },
    sums: [
      {
        key: "value",
        card: "facts",
        isNamedOnCard: true,
        head: t("value"),
        isNumber: true,
        cell: (row) => yuan(row.valueCnyMinor),
      },
      {
        key: "passThrough",
        card: "facts",
        isNamedOnCard: true,
        head: t("passThrough"),
        isNumber: true,
        cell: (row) => yuan(row.passThroughCnyMinor),
      },
    ],
  };
}

/** The orders or deals that a figure counts; a head that sorts is a link. */
export function RowsTable(props: RowsTableProps) {
  const { rows, zone, sort, sorts } = props;
  const t = useTranslations("admin.traffic.rows");
  const caption = useTranslations("admin.traffic.caption")("rows");
  const locale = useLocale();
  const route = useRoute(props);
  const ofOrders = useOrderColumns();
  const isDeals = rows[0]?.service === null;
  const contracted = (row: BehindRow) => <TimeText at={row.contractedAt} zone={zone} hasYear />;
  const weight = (row: BehindRow) => amountText(BigInt(row.weightGrams), "weight", locale);
  const columns: RowColumn[] = [
    { key: "number", head: t("number"), cell: (row) => row.reference, detail: (row) => row.title },
    { key: "route", card: "route", head: t("route"), cell: route },
    ...(isDeals ? [] : [ofOrders.service]),
    { key: "buyer", head: t("buyer"), cell: (row) => row.buyerName },
    { key: "contracted", card: "facts", head: t("contracted"), cell: contracted },
    { key: "price", card: "end", head: isDeals ? t("goods") : t("price"), isNumber: true, cell: priceOf },
    ...(isDeals ? [] : ofOrders.sums),
    { key: "weight", card: "facts", isNamedOnCard: true, head: t("weight"), isNumber: true, cell: weight },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns.map((column) => sortable(column, sort, sorts))}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

function sortable(column: RowColumn, sort: RowSort, sorts: RowsTableProps["sorts"]): RowColumn {
  const sorted = sorts.find(({ key }) => key === column.key);
  if (!sorted) return column;
  const direction = sort.isAscending ? ("ascending" as const) : ("descending" as const);
  return { ...column, sortHref: sorted.href, ...(sort.key === column.key && { sorted: direction }) };
}
