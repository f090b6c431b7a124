import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { MoneyText } from "@/components/ui/figures/money-text";
import { WeightText } from "@/components/ui/figures/weight-text";
import { HubName } from "@/components/ui/freight/hub-name";
import { ServiceName } from "@/components/services/face/service-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { Contact, OrderPage } from "@/domain/orders/order-view";
import { daysSpan } from "@/domain/shared/days-span";

function Contacts({ people }: { readonly people: readonly Contact[] }) {
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
  const days = order.promisedDays;
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
