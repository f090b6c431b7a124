import { useLocale, useTranslations } from "next-intl";
import { percentWords } from "@/components/bidding/offer/word-beside";
import { useServiceName } from "@/components/services/words/service-words";
import { useChargeWords } from "@/components/services/words/charge-words";
import { formatMoney } from "@/components/ui/figures/format-money";
import { MoneyText } from "@/components/ui/figures/money-text";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { Panel } from "@/components/ui/page/panel";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { appliedUnitPrice, type PricedLine } from "@/domain/bidding/price-charges";
import { isPassedThrough } from "@/domain/award/split-total";
import type { OrderPage } from "@/domain/orders/order-view";

const MILLI = 1000;
const BPS_PER_PERCENT = 100;

type Line = PricedLine & { readonly key: string };

/** The lines of the bid that won: what the contract price is made of, for both parties. */
export function OrderCharges({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.charges");
  const words = useChargeWords();
  const locale = useLocale();
  const { currency } = order.price;
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 3 }).format(value);
  const price = (line: Line) =>
    line.unitPriceMinor !== null ? (
      <MoneyText minor={appliedUnitPrice(line) ?? line.unitPriceMinor} currency={currency} display="none" />
    ) : line.rateBps !== null ? (
      `${number(line.rateBps / BPS_PER_PERCENT)}%`
    ) : null;
  const least = ({ minimumMinor }: Line) =>
    minimumMinor === undefined
      ? ""
      : t("atLeast", { minimum: formatMoney({ minor: minimumMinor, currency }, locale, { display: "none" }) });
  const tiers = (line: Line) =>
    (line.tiers ?? []).map(({ from, unitPriceMinor }) =>
      t("tier", {
        from: number(from),
        price: formatMoney({ minor: unitPriceMinor, currency }, locale, { display: "none" }),
      }),
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
    { key: "basis", head: t("basis"), cell: (line) => words.basis(line.basis) },
    { key: "price", head: t("unitPrice", { currency }), isNumber: true, cell: price },
    {
      key: "quantity",
      head: t("quantity"),
      isNumber: true,
      cell: (line) => (line.quantityMilli === null ? "" : number(line.quantityMilli / MILLI)),
    },
    {
      key: "amount",
      head: t("amount", { currency }),
      isNumber: true,
      cell: (line) =>
        line.amountMinor === null ? (
          t("ifItHappens")
        ) : (
          <MoneyText minor={line.amountMinor} currency={currency} display="none" />
        ),
    },
  ];
  return (
    <Panel title={t("title")} aside={t("from", { reference: order.requestReference })} isFlush>
      {order.alternativeTitle !== null && (
        <p className="px-4 py-2 text-sm">{t("alternative", { title: order.alternativeTitle })}</p>
      )}
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={order.lines.map((line, index) => ({ ...line, key: `${index}` }))}
        rowKey={(line) => line.key}
        height="regular"
        foot={
          <>
            <PackageRow order={order} />
            <tr>
              <th scope="row" colSpan={4}>
                {t("total")}
              </th>
              <td className="num">
                <b>
                  <MoneyText {...order.price} display="none" />
                </b>
              </td>
            </tr>
          </>
        }
      />
    </Panel>
  );
}

/** What the package takes off that this order's bid reached with others of the same award, as a line of its own. */
function PackageRow({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.charges");
  const serviceName = useServiceName();
  const locale = useLocale();
  const { packageDiscount: discount, price } = order;
  if (!discount) return null;
  return (
    <tr>
      <th scope="row" colSpan={4} className="font-normal">
        {t("package", {
          services: discount.services.map(serviceName).join(t("and")),
          percent: percentWords(discount.discountBps, locale),
        })}
      </th>
      <td className="num">
        <MoneyText minor={`-${discount.amountMinor}`} currency={price.currency} display="none" />
      </td>
    </tr>
  );
}
