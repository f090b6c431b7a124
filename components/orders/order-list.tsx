import { ServiceName, useServiceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partyName, placeName } from "@/components/ui/words";
import { ListFilters } from "@/components/ui/table/filter-bar";
import { LISTS } from "@/domain/accounts/list-view";
import { ORDER_SORTS } from "@/domain/orders/order-sort";
import { type NamedHub, ORDER_STATES, SERVICES } from "@/domain/shared/vocabulary";
import { formatMoney } from "@/components/ui/figures";
import { RouteText } from "@/components/ui/route-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { shownColumns, sortHead } from "@/components/ui/table/sort-head";
import { TimeText } from "@/components/ui/time/time-text";
import type { OrderRow } from "@/views/orders";
import { LateMark, OrderStateChip, OrderTurnMark, turnHolder } from "./order-state";
import { UnreadMark } from "./unread-mark";

export type OrderFilterValues = Readonly<Record<"state" | "service" | "hub" | "side" | "late" | "q" | "sort", string>>;

type OrderFiltersProps = {
  readonly action: string;
  readonly values: OrderFilterValues;
  readonly hubs: readonly NamedHub[];
  /** The same list without one of its filters. */
  readonly without: (name: keyof OrderFilterValues) => string;
  /** How many rows they leave. */
  readonly count: ReactNode;
};

const NAMES = ["side", "state", "service", "hub", "late"] as const;

export function OrderFilters({ action, values, hubs, count, without }: OrderFiltersProps) {
  const t = useTranslations("orders");
  const service = useServiceName();
  const locale = useLocale();
  const options = {
    side: (["buyer", "provider"] as const).map((value) => ({ value, label: t(`side.${value}`) })),
    state: ORDER_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
    late: [{ value: "true", label: t("late.only") }],
  };
  return (
    <ListFilters
      {...{ action, values, options, without, count }}
      names={NAMES}
      labelOf={(name) => t(`filter.${name}`)}
      sort={{ label: t("sort.label"), options: ORDER_SORTS.map((value) => ({ value, label: t(`sort.${value}`) })) }}
    />
  );
}

type OrderTableProps = {
  readonly rows: readonly OrderRow[];
  readonly zone: string;
  /** The columns that the reader has chosen, and how the list is sorted. */
  readonly shown?: readonly string[];
  readonly sorting?: { readonly current: string; readonly hrefOf: (sort: string) => string };
};

function OrderRoute({ order }: { readonly order: OrderRow }) {
  const locale = useLocale();
  const { origin, destination, hub, mode } = order;
  return (
    <RouteText
      from={placeName(origin, locale)}
      hub={placeName(hub, locale)}
      isBorderHub={hub.isBorderHub}
      to={placeName(destination, locale)}
      mode={mode}
    />
  );
}

function Turn({ order }: { readonly order: OrderRow }) {
  return (
    <>
      <OrderTurnMark order={order} />
      <UnreadMark count={order.unread} />
    </>
  );
}

/** The organisation's orders: what, with whom, through which hub, and whose turn. */
export function OrderTable({ rows, zone, shown = LISTS.orders.shown, sorting }: OrderTableProps) {
  const t = useTranslations("orders");
  const locale = useLocale();
  const other = (order: OrderRow) => partyName(order.side === "buyer" ? order.provider : order.buyer, locale);
  const columns: Column<OrderRow>[] = [
    {
      key: "order",
      head: t("column.order"),
      className: "is-reference",
      cell: (order) => order.reference,
      detail: (order) => order.title,
    },
    {
      key: "service",
      card: "facts",
      head: t("column.service"),
      cell: (order) => <ServiceName service={order.service} />,
    },
    { key: "route", card: "route", head: t("column.route"), cell: (order) => <OrderRoute order={order} /> },
    { key: "party", head: t("column.party"), cell: other, className: "max-wide:hidden" },
    { key: "side", card: "facts", head: t("column.side"), cell: (order) => t(`side.${order.side}`) },
    {
      key: "price",
      card: "facts",
      head: t("column.price"),
      isNumber: true,
      cell: (order) => formatMoney(order.price, locale, { isRounded: true }),
      ...(sorting && sortHead("price", sorting, true)),
    },
    {
      key: "placed",
      card: "end",
      head: t("column.placed"),
      className: "desk:max-wide:hidden",
      cell: (order) => <TimeText at={order.contractedAt} zone={zone} shape="day" />,
      ...(sorting && sortHead("placed", sorting, true)),
    },
    {
      key: "state",
      card: "top",
      head: t("column.state"),
      cell: (order) =>
        order.late ? (
          <>
            <OrderStateChip state={order.state} />
            <LateMark order={order} late={order.late} />
          </>
        ) : (
          <OrderStateChip state={order.state} />
        ),
    },
    { key: "turn", card: "turn", head: t("column.turn"), cell: (order) => <Turn order={order} /> },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={shownColumns(columns, shown)}
      rows={rows}
      rowKey={(order) => order.id}
      rowHref={(order) => `/${locale}/orders/${order.id}`}
      isYours={(order) => turnHolder(order) === "you"}
      hasKeys
    />
  );
}
