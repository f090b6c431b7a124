import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilePanel } from "@/components/files/file-panel";
import { OrderCharges } from "@/components/orders/order-charges";
import { OrderSum } from "@/components/orders/order-sum";
import { useMilestoneName } from "@/components/services/service-words";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { DisputedOrder as Order } from "@/views/disputes";
import { daysSpan } from "@/domain/shared/days-span";
import { DisputedSlots } from "./disputed-slots";
import { DisputedSteps } from "./disputed-steps";
import { DisputedWaits } from "./disputed-waits";

type DisputedOrderProps = { readonly order: Order; readonly zone: string };

/** What the bid that won promised, and since when it is a contract. */
function Promised({ order, zone }: DisputedOrderProps) {
  const t = useTranslations("disputes.disputed");
  const days = useTranslations("orders.box");
  const service = useTranslations(`service-${order.service}`);
  return (
    <p className="field-help px-4 py-2">
      {t.rich("contracted", { at: () => <TimeText at={order.contractedAt} zone={zone} hasYear /> })}{" "}
      {order.transitDays === null
        ? t("noPromise")
        : t("promised", { days: days("days", daysSpan(order.transitDays)), from: service("daysFrom") })}
    </p>
  );
}

/** The order that a dispute is about, to read: what it promised and charges, its steps, slots and waits, and the files of both parties. */
export function DisputedOrder({ order, zone }: DisputedOrderProps): ReactNode {
  const t = useTranslations("disputes.disputed");
  const files = useTranslations("files.panel");
  const name = useMilestoneName(order.mode);
  return (
    <>
      <Panel title={t("steps")} isFlush>
        <Promised order={order} zone={zone} />
        <DisputedSteps order={order} zone={zone} />
      </Panel>
      {order.slots.length > 0 && <DisputedSlots slots={order.slots} />}
      {order.waits.length > 0 && <DisputedWaits order={order} zone={zone} />}
      <OrderSum order={order} zone={zone} disputeHref={null} />
      {order.charges.length > 0 && <OrderCharges order={order} zone={zone} />}
      <FilePanel
        id="files"
        title={files("title")}
        files={order.files}
        zone={zone}
        remove={null}
        upload={null}
        outcome={null}
        purpose={({ milestoneCode }) =>
          milestoneCode !== null && files("ofMilestone", { milestone: name(order.service, milestoneCode) })
        }
      />
    </>
  );
}
