import { useTranslations } from "next-intl";
import { BesideView } from "@/components/bidding/offer/beside-view";
import { BESIDE_NAMES } from "@/domain/bidding/offer/beside/beside-price";
import { Panel } from "@/components/ui/page/panel";
import type { OrderPage } from "@/domain/orders/order-view";

/** What the bid said beside its price, which the order keeps; nothing where it said nothing. A package that was reached stands with the charges. */
export function OrderBeside({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.charges");
  if (Object.keys(order.beside).length === 0) return null;
  return (
    <Panel title={t("beside")} isFlush>
      <BesideView content={order.beside} rows={BESIDE_NAMES} />
    </Panel>
  );
}
