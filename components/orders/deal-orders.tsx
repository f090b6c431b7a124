import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { ServiceName } from "@/components/services/face/service-name";
import { Panel } from "@/components/ui/page/panel";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { OrderPage } from "@/domain/orders/order-view";
import { OrderStateChip } from "./order-state-chip";

/** The deal's services side by side, so that a hold in one is seen from the other. */
export function DealOrders({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.deal");
  const locale = useLocale();
  if (order.siblings.length < 2) return null;
  return (
    <Panel title={t("title")} aside={order.dealReference} isFlush>
      <WaybillGrid
        isFlat
        columns={4}
        boxes={order.siblings.map((sibling, index) => ({
          number: index + 1,
          label: <ServiceName service={sibling.service} />,
          value:
            sibling.id === order.id ? (
              t("this")
            ) : (
              <Anchor href={`/${locale}/orders/${sibling.id}`}>{sibling.reference}</Anchor>
            ),
          detail: <OrderStateChip state={sibling.state} />,
        }))}
      />
    </Panel>
  );
}
