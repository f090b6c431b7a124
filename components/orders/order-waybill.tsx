import { useLocale, useTranslations } from "next-intl";
import { HubName, partyName, placeName } from "@/components/ui/words";
import { formatMoney, MoneyText, WeightText } from "@/components/ui/figures";
import { ServiceName, useChargeWords, useServiceName } from "@/components/services/service-name";
import { Anchor, Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { OrderPage } from "@/views/orders";
import { daysSpan } from "@/domain/shared/time";
import { OrderStateChip } from "./order-state";
import { CommercialTermsView } from "@/components/bidding/negotiation-view";
import { COMMERCIAL_TERMS_NAMES, commercialTermsOf } from "@/domain/bidding/offer/commercial-terms";
import { percentWords } from "@/components/bidding/commercial-terms";
import { numberFormat } from "@/components/ui/format";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { tierAt } from "@/domain/services/charge";
import { isPassedThrough } from "@/domain/bidding/bid";
import { add, type Money, money } from "@/domain/shared/money";
import type { ReactNode } from "react";

/** An address is broken before its domain rather than within a word. */
function Contacts({ people }: { readonly people: OrderPage["contacts"] }) {
  return people.map(({ name, email }) => {
    const at = email.indexOf("@");
    return (
      <span key={email} className="block">
        {name}{" "}
        <a href={`mailto:${email}`}>
          {email.slice(0, at)}
          <wbr />
          {email.slice(at)}
        </a>
      </span>
    );
  });
}

/** What the order is, in numbered boxes; the other party's people stand in it because the award is made. */
export function OrderWaybill({ order, zone }: { readonly order: OrderPage; readonly zone: string }) {
  const t = useTranslations("orders.box");
  const words = useTranslations();
  const locale = useLocale();
  const { transitDays: days, promisedHours: hours } = order;
  const people = <Contacts people={order.contacts} />;
  // Whose page it is knows who they are: a phone tells of the other side alone.
  const onPhone = (party: OrderPage["side"]) =>
    order.contacts.length === 0 ? undefined : party === order.side ? "none" : "line";
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        {
          number: 1,
          label: t("buyer"),
          value: partyName(order.buyer, locale),
          onPhone: onPhone("buyer"),
          detail: order.side === "provider" && people,
        },
        {
          number: 2,
          label: t("provider"),
          value: (
            <Anchor href={`/${locale}/providers/${order.provider.id}`}>{partyName(order.provider, locale)}</Anchor>
          ),
          onPhone: onPhone("provider"),
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
          value: days ? t("days", daysSpan(days)) : hours ? t("hours", { hours: hours.hours }) : t("notSaid"),
          detail: (
            <>
              {(days || !hours) && words(`service-${order.service}.daysFrom`)}
              {hours && (
                <span className="block">
                  {words(`service-${order.service}.promisedHours.${hours.field}`, { hours: hours.hours })}
                </span>
              )}
            </>
          ),
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
    <Panel title={t("title")} id="services" aside={order.dealReference} isFlush fold="closed">
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

/** What the bid said beside its price, which the order keeps; nothing where it said nothing. A package that was reached stands with the charges. */
export function OrderCommercialTerms({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.charges");
  const said = commercialTermsOf(order);
  if (Object.keys(said).length === 0) return null;
  return (
    <Panel title={t("beside")} id="terms" isFlush fold="closed">
      <CommercialTermsView content={said} rows={COMMERCIAL_TERMS_NAMES} />
    </Panel>
  );
}

const MILLI = 1000;
const BPS_PER_PERCENT = 100;

type ChargedOrder = Pick<
  OrderPage,
  "requestReference" | "charges" | "price" | "packageDiscount" | "agreedExtras" | "alternative"
>;
type OrderChargesProps = { readonly order: ChargedOrder; readonly zone: string };

type Line = OrderPage["charges"][number] & { readonly key: string };

/** The lines of the bid that won: what the contract price is made of, for both parties. */
export function OrderCharges({ order, zone }: OrderChargesProps) {
  const t = useTranslations("orders.charges");
  const words = useChargeWords();
  const locale = useLocale();
  const { currency } = order.price;
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 3 }).format(value);
  const price = ({ tiers: steps, quantityMilli, unitPrice, rateBps }: Line) => {
    const applied = tierAt(steps, quantityMilli)?.unitPrice ?? unitPrice;
    if (applied) return <MoneyText {...applied} display="none" />;
    return rateBps === null ? null : `${number(rateBps / BPS_PER_PERCENT)}%`;
  };
  const least = ({ minimum }: Line) =>
    minimum === null ? "" : t("atLeast", { minimum: formatMoney(minimum, locale, { display: "none" }) });
  const tiers = (line: Line) =>
    line.tiers.map(({ from, unitPrice }) =>
      t("tier", { from: number(from), price: formatMoney(unitPrice, locale, { display: "none" }) }),
    );
  const columns: Column<Line>[] = [
    {
      key: "charge",
      head: t("charge"),
      cell: (line) => words.charge(line.code),
      detail: (line) =>
        [isPassedThrough(line) ? t("passThrough") : "", least(line), ...tiers(line), line.note]
          .filter(Boolean)
          .join(" · ") || undefined,
    },
    { key: "basis", card: "facts", head: t("basis"), cell: (line) => words.basis(line.basis) },
    {
      key: "price",
      card: "facts",
      isNamedOnCard: true,
      head: t("unitPrice", { currency }),
      isNumber: true,
      cell: price,
    },
    {
      key: "quantity",
      card: "facts",
      isNamedOnCard: true,
      head: t("quantity"),
      isNumber: true,
      cell: (line) => (line.quantityMilli === null ? "" : number(line.quantityMilli / MILLI)),
    },
    {
      key: "amount",
      card: "end",
      isNamedOnCard: true,
      head: t("amount", { currency }),
      isNumber: true,
      cell: (line) => (line.amount === null ? t("ifItHappens") : <MoneyText {...line.amount} display="none" />),
    },
  ];
  return (
    <Panel title={t("title")} id="price" aside={t("from", { reference: order.requestReference })} isFlush fold="closed">
      {order.alternative !== null && (
        <p className="px-4 py-2 text-sm">{t("alternative", { title: order.alternative })}</p>
      )}
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={order.charges.map((line, index) => ({ ...line, key: `${index}` }))}
        rowKey={(line) => line.key}
        height="regular"
        foot={
          <>
            <PackageRow order={order} />
            <SumRow name={t("total")} amount={order.price} isStrong />
            <ExtraRows order={order} zone={zone} />
          </>
        }
      />
    </Panel>
  );
}

type SumRowProps = { readonly name: ReactNode; readonly amount: Money; readonly isStrong?: boolean };

/** A line below the charges. */
function SumRow({ name, amount, isStrong = false }: SumRowProps) {
  const t = useTranslations("orders.charges");
  const text = <MoneyText {...amount} display="none" />;
  return (
    <tr>
      <th scope="row" colSpan={4} {...(!isStrong && { className: "font-normal" })}>
        {name}
      </th>
      <td className="num at-end" data-name={t("amount", { currency: amount.currency })}>
        {isStrong ? <b>{text}</b> : text}
      </td>
    </tr>
  );
}

/** What was agreed on top for another way, and what it comes to with the contract price; nothing where nothing was. */
function ExtraRows({ order, zone }: OrderChargesProps) {
  const t = useTranslations("orders.charges");
  const locale = useLocale();
  const { agreedExtras: extras, price } = order;
  if (extras.length === 0) return null;
  const whole = extras.reduce((sum, { amount }) => add(sum, amount), price);
  return (
    <>
      {extras.map(({ to, amount, agreedAt }) => (
        <SumRow
          key={agreedAt}
          amount={amount}
          name={
            <>
              {t("extra", { hub: placeName(to, locale) })}{" "}
              <TimeText at={agreedAt} zone={zone} shape="day" hasZone={false} />
            </>
          }
        />
      ))}
      <SumRow name={t("withExtras")} amount={whole} isStrong />
    </>
  );
}

/** What the package takes off that this order's bid reached with others of the same award, as a line of its own. */
function PackageRow({ order }: { readonly order: ChargedOrder }) {
  const t = useTranslations("orders.charges");
  const serviceName = useServiceName();
  const locale = useLocale();
  const { packageDiscount: discount } = order;
  if (!discount) return null;
  const { services, discountBps, amount } = discount;
  const name = t("package", {
    services: services.map(serviceName).join(t("and")),
    percent: percentWords(discountBps, locale),
  });
  return <SumRow name={name} amount={money(-amount.minor, amount.currency)} />;
}
