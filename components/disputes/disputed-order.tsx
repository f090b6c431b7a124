import { useTranslations } from "next-intl";
import { WaitView } from "@/components/orders/wait-view";
import { useMilestoneName } from "@/components/services/service-words";
import { Panel } from "@/components/ui/panel";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { DisputedOrder as Order } from "@/domain/disputes/dispute-view";

type DisputedOrderProps = { readonly order: Order; readonly zone: string };

/** What has happened to the order that a dispute is about: its steps with their times, and its waits with what they cost. */
export function DisputedOrder({ order, zone }: DisputedOrderProps) {
  const t = useTranslations("disputes.disputed");
  const name = useMilestoneName(order.mode);
  type Step = Order["steps"][number];
  const time = ({ occurredAt }: Step) =>
    occurredAt === null ? t("notYet") : <TimeText at={occurredAt} zone={zone} hasYear />;
  return (
    <>
      <Panel title={t("steps")} isFlush>
        <p className="field-help px-4 py-2">
          {t.rich("contracted", { at: () => <TimeText at={order.contractedAt} zone={zone} hasYear /> })}
        </p>
        <DataTable
          caption={t("steps")}
          rows={order.steps}
          rowKey={({ code }) => code}
          columns={[
            { key: "step", head: t("step"), cell: ({ code }) => name(order.service, code) },
            { key: "time", head: t("time"), cell: time },
            { key: "note", head: t("note"), cell: ({ note }) => note },
          ]}
          card={(step) => <RowCard number={time(step)} title={name(order.service, step.code)} route={step.note} />}
        />
      </Panel>
      {order.waits.length > 0 && (
        <Panel title={t("waits")}>
          {order.waits.map((wait) => (
            <WaitView key={wait.interval.place} wait={wait} zone={zone} mode={order.mode} />
          ))}
        </Panel>
      )}
    </>
  );
}
