import { useTranslations } from "next-intl";
import { ReasonText } from "@/components/orders/delay-panel";
import { RulingText } from "@/components/orders/order-sum";
import { WaitView } from "@/components/orders/wait-view";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import type { DisputedOrder } from "@/views/disputes";

type DisputedWaitsProps = { readonly order: DisputedOrder; readonly zone: string };

/** The waits of a disputed order with what they cost, what its rulings leave of that, and the reasons that each side gave. */
export function DisputedWaits({ order, zone }: DisputedWaitsProps) {
  const t = useTranslations("disputes.disputed");
  const given = useTranslations("delay.given");
  return (
    <Panel title={t("waits")}>
      <div className="form-stack">
        {order.waits.map((wait) => (
          <WaitView key={wait.place} wait={wait} zone={zone} mode={order.mode} />
        ))}
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
