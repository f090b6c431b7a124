import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { MoneyText } from "@/components/ui/money-text";
import { WeightText } from "@/components/ui/measure-text";
import { HubName } from "@/components/ui/hub-name";
import { ServiceName } from "@/components/services/service-name";
import { Anchor } from "@/components/ui/anchor";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { OrderPage } from "@/views/orders";
import { daysSpan } from "@/domain/shared/days-span";
import { Panel } from "@/components/ui/panel";
import { OrderStateChip } from "./order-state";

function Contacts({ people }: { readonly people: OrderPage["contacts"] }) {
  return people.map(({ name, email }) => (
    <span key={email} className="block">
      {name} <a href={`mailto:${email}`}>{email}</a>
    </span>
  ));
}

/** What the order is, in numbered boxes; the other party's people stand in it because the award is made. */
export function OrderWaybill({ order, zone }: { readonly order: OrderPage; readonly zone: string }) {
  const t = useTranslations("orders.box");
  const words = useTranslations();
  const locale = useLocale();
  const days = order.transitDays;
  const people = <Contacts people={order.contacts} />;
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        {
          number: 1,
          label: t("buyer"),
          value: partyName(order.buyer, locale),
          detail: order.side === "provider" && people,
        },
        {
          number: 2,
          label: t("provider"),
          value: (
            <Anchor href={`/${locale}/providers/${order.provider.id}`}>{partyName(order.provider, locale)}</Anchor>
          ),
          detail: order.side === "buyer" && people,
        },
        { number: 3, label: t("price"), value: <MoneyText {...order.price} display="code" /> },
        {
          number: 4,
          label: t("awarded"),
          value: <TimeText at={order.contractedAt} zone={zone} shape="day" hasYear />,
          detail: <TimeText at={order.contractedAt} zone={zone} shape="time" />,
        },
        { number: 5, label: t("service"), value: <ServiceName service={order.service} /> },
        { number: 6, label: t("hub"), value: <HubName {...order.hub} /> },
        {
          number: 7,
          label: t("promised"),
          value: days ? t("days", daysSpan(days)) : t("notSaid"),
          detail: words(`service-${order.service}.daysFrom`),
        },
        { number: 8, label: t("weight"), value: <WeightText grams={order.grossWeightGrams} /> },
      ]}
    />
  );
}

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
