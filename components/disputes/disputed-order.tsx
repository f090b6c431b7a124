import { useTranslations } from "next-intl";
import { ReasonText } from "@/components/orders/delay-panel";
import { OrderSum, RulingText } from "@/components/orders/order-sum";
import { WaitsView } from "@/components/orders/wait-view";
import { Note, Panel } from "@/components/ui/blocks";
import type { DisputedOrder, DisputedOrder as Order } from "@/views/disputes";
import type { ReactNode } from "react";
import { FilePanel } from "@/components/files/file-panel";
import { OrderCharges } from "@/components/orders/order-waybill";
import { useMilestoneName } from "@/components/services/service-name";
import { TimeText } from "@/components/ui/time/time-text";
import { daysSpan } from "@/domain/shared/time";
import { DisputedSlots } from "./disputed-slots";
import { DisputedSteps } from "./disputed-steps";

type DisputedWaitsProps = { readonly order: DisputedOrder; readonly zone: string };

/** The waits of a disputed order with what they cost, what its rulings leave of that, and the reasons that each side gave. */
export function DisputedWaits({ order, zone }: DisputedWaitsProps) {
  const t = useTranslations("disputes.disputed");
  const given = useTranslations("delay.given");
  return (
    <Panel title={t("waits")}>
      <div className="form-stack">
        <WaitsView waits={order.waits} zone={zone} mode={order.mode} />
        {order.rulings.map((ruling) => (
          <Note key={ruling.disputeId}>
            <RulingText ruling={ruling} zone={zone} href={null} />
          </Note>
        ))}
        {order.segments.length > 0 && (
          <section>
            <h3 className="panel-title">{given("title")}</h3>
            <ul>
              {order.segments.map((segment) => (
                <li key={segment.id} className="py-2">
                  <ReasonText segment={segment} zone={zone} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  );
}

type DisputedOrderProps = { readonly order: Order; readonly zone: string };

/** What the bid that won promised, and since when it is a contract. */
function Promised({ order, zone }: DisputedOrderProps) {
  const t = useTranslations("disputes.disputed");
  const days = useTranslations("orders.box");
  const service = useTranslations(`service-${order.service}`);
  const hours = order.promisedHours;
  return (
    <p className="field-help px-4 py-2">
      {t.rich("contracted", { at: () => <TimeText at={order.contractedAt} zone={zone} hasYear /> })}{" "}
      {order.transitDays === null
        ? hours === null && t("noPromise")
        : t("promised", { days: days("days", daysSpan(order.transitDays)), from: service("daysFrom") })}{" "}
      {hours && service(`promisedHours.${hours.field}`, { hours: hours.hours })}
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
