import { useLocale, useTranslations } from "next-intl";
import { partyName, placeName } from "@/components/ui/party-name";
import { MoneyText } from "@/components/ui/figures/money-text";
import { RouteText } from "@/components/ui/freight/route-text";
import { ServiceName } from "@/components/services/face/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { OrderRow } from "@/domain/orders/order-view";
import { OrderStateChip } from "./order-state-chip";
import { OrderTurnMark, turnHolder } from "./order-turn";

type OrderTableProps = { readonly rows: readonly OrderRow[]; readonly zone: string };

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

/** The organisation's orders: what, with whom, through which hub, and whose turn. */
export function OrderTable({ rows, zone }: OrderTableProps) {
  const t = useTranslations("orders");
  const locale = useLocale();
  const other = (order: OrderRow) => partyName(order.side === "buyer" ? order.provider : order.buyer, locale);
  const columns: Column<OrderRow>[] = [
    {
      key: "order",
      head: t("column.order"),
      cell: (order) => <span className="whitespace-nowrap">{order.reference}</span>,
      detail: (order) => order.title,
    },
    { key: "service", head: t("column.service"), cell: (order) => <ServiceName service={order.service} /> },
    { key: "route", head: t("column.route"), cell: (order) => <OrderRoute order={order} /> },
    { key: "party", head: t("column.party"), cell: other, className: "max-wide:hidden" },
    {
      key: "price",
      head: t("column.price"),
      isNumber: true,
      cell: (order) => <MoneyText {...order.price} isRounded />,
    },
    {
      key: "placed",
      head: t("column.placed"),
      className: "max-wide:hidden",
      cell: (order) => <TimeText at={order.contractedAt} zone={zone} shape="day" />,
    },
    { key: "state", head: t("column.state"), cell: (order) => <OrderStateChip state={order.state} /> },
    { key: "turn", head: t("column.turn"), cell: (order) => <OrderTurnMark order={order} /> },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={rows}
      rowKey={(order) => order.id}
      rowHref={(order) => `/${locale}/orders/${order.id}`}
      isYours={(order) => turnHolder(order) === "you"}
      hasKeys
      card={(order) => (
        <RowCard
          number={order.reference}
          chip={<OrderStateChip state={order.state} />}
          end={<TimeText at={order.contractedAt} zone={zone} shape="day" />}
          title={order.title}
          route={<OrderRoute order={order} />}
          facts={
            <>
              <ServiceName service={order.service} />
              <MoneyText {...order.price} isRounded />
            </>
          }
          turn={<OrderTurnMark order={order} />}
        />
      )}
    />
  );
}
