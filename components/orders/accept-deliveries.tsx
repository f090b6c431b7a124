import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/form/action-form";
import { RowKeys } from "@/components/ui/form/row-keys";
import { formatMoney } from "@/components/ui/figures";
import { formatTime } from "@/components/ui/time/format-time";
import { partyName } from "@/components/ui/words";
import type { FormAction } from "@/domain/shared/form-state";
import type { OrderRow } from "@/views/orders";

type AcceptDeliveriesProps = {
  readonly action: FormAction;
  readonly orders: readonly OrderRow[];
  readonly zone: string;
  readonly locale: string;
  /** The key of the call. */
  readonly callKey: string;
  /** What is said where none is left. */
  readonly nothingLeft: ReactNode;
};

/** Deliveries that wait for their buyer, of which those that are chosen are accepted: what it was, whose, for how much, and until when it may be looked at. */
export function AcceptDeliveries({ action, orders, zone, locale, callKey, nothingLeft }: AcceptDeliveriesProps) {
  const t = useTranslations("orders.several");
  const detail = ({ title, provider, price, turn }: OrderRow) => {
    const by = turn.holder === "buyer" ? turn.by : null;
    return [
      title,
      partyName(provider, locale),
      formatMoney(price, locale, { display: "code" }),
      by !== null && t("by", { time: formatTime(by, { locale, zone, shape: "full" }) }),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <RowKeys>
      <ActionForm
        id="deliveries"
        action={action}
        hidden={{ idempotencyKey: callKey }}
        fields={[
          {
            ...{ kind: "checks", name: "orderIds", label: t("which"), chosen: [] },
            options: orders.map((order) => ({ value: order.id, label: order.reference, detail: detail(order) })),
          },
        ]}
        {...(orders.length === 0 && { nothingLeft })}
        send={t("accept")}
        icon="check"
      />
    </RowKeys>
  );
}
