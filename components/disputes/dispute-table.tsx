import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { MoneyText } from "@/components/ui/money-text";
import { ServiceName } from "@/components/services/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import type { Instant } from "@/domain/shared/instant";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import type { Dispute } from "@/views/disputes";

type DisputeTableProps = {
  readonly rows: readonly Dispute[];
  readonly zone: string;
  /** The server's time of this page. */
  readonly now: Instant;
  readonly hrefOf: (row: Dispute) => string;
};

/** Escalated disputes: on which order, between whom, about what, and by when it is to be decided. */
export function DisputeTable({ rows, zone, now, hrefOf }: DisputeTableProps) {
  const t = useTranslations("disputes");
  const locale = useLocale();
  const parties = ({ order }: Dispute) => `${partyName(order.buyer, locale)} / ${partyName(order.provider, locale)}`;
  const state = ({ ending, state: one }: Dispute) =>
    ending ? t(ending.isAgreed ? "ending.agreed" : "ending.decided") : t(`state.${one}`);
  const decideBy = ({ decideBy: at, ending }: Dispute) =>
    at !== null &&
    !ending && (
      <>
        <TimeText at={at} zone={zone} />
        <small className="block">
          <TimeLeft until={at} now={now} />
        </small>
      </>
    );
  const columns: Column<Dispute>[] = [
    { key: "order", head: t("admin.order"), cell: ({ order }) => order.reference, detail: ({ order }) => order.title },
    { key: "service", head: t("admin.service"), cell: ({ order }) => <ServiceName service={order.service} /> },
    { key: "parties", head: t("admin.parties"), cell: parties },
    { key: "code", head: t("admin.code"), cell: ({ code }) => t(`code.${code}`) },
    { key: "price", head: t("admin.price"), isNumber: true, cell: ({ order }) => <MoneyText {...order.price} /> },
    { key: "state", head: t("admin.state"), cell: state },
    { key: "by", head: t("admin.decideBy"), cell: decideBy },
  ];
  return (
    <DataTable
      caption={t("admin.title")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      isYours={({ ending }) => ending === null}
      hasKeys
      card={(row) => (
        <RowCard
          number={row.order.reference}
          chip={state(row)}
          end={decideBy(row)}
          title={row.order.title}
          route={t(`code.${row.code}`)}
          facts={
            <>
              <ServiceName service={row.order.service} />
              <MoneyText {...row.order.price} />
            </>
          }
          turn={parties(row)}
        />
      )}
    />
  );
}
