import { useLocale, useTranslations } from "next-intl";
import { formatMoney, MoneyText } from "@/components/ui/money-text";
import { QuietChip } from "@/components/ui/state-chip";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { OrderPayment } from "@/views/payments";

const PARTS = ["received", "sent", "fees", "returned", "held"] as const;

/** The account of an order's funds, to the minor unit, and what becomes of a surplus. */
export function FundsBalance({ funds }: { readonly funds: NonNullable<OrderPayment["funds"]> }) {
  const [t, locale] = [useTranslations("remittance.balance"), useLocale()];
  const { surplus, hold, refund } = funds;
  const boxes = PARTS.map((part, at) => ({
    ...{ number: at + 1, label: t(part), value: <MoneyText {...funds[part]} display="code" /> },
    detail: part === "received" ? t("closes") : null,
  }));
  return (
    <>
      <WaybillGrid isFlat columns={3} boxes={boxes} />
      {hold && (
        <p className="p-4">
          <QuietChip icon="triangle-alert">{t("hold.state")}</QuietChip>{" "}
          {t(`hold.${hold.state}`, {
            ...{ amount: formatMoney(hold.amount, locale, { display: "code" }), remitter: hold.remitter },
          })}
        </p>
      )}
      {refund && (
        <p className="p-4">
          {t("refund", {
            ...{ amount: formatMoney(refund.amount, locale, { display: "code" }), remitter: refund.remitter },
          })}
        </p>
      )}
      {surplus && (
        <p className="p-4">
          {t(`surplus.${surplus.state}`, {
            amount: formatMoney(surplus.amount, locale, { display: "code" }),
            mayBeKept: String(surplus.mayBeKept),
          })}
        </p>
      )}
    </>
  );
}
