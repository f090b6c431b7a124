import { useLocale, useTranslations } from "next-intl";
import { RequestStateChip, RequestTurnMark, turnHolder } from "@/components/requests/request-summary";
import { ServiceName } from "@/components/services/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { DealRequest } from "@/views/deals";

type DealRequestsProps = {
  readonly requests: readonly DealRequest[];
  readonly zone: string;
  readonly hub: { readonly name: string; readonly zone: string };
  readonly now: number;
};

/** What is asked for the deal, service by service. */
export function DealRequests({ requests, zone, hub, now }: DealRequestsProps) {
  const t = useTranslations("deals.request");
  const locale = useLocale();
  const columns: Column<DealRequest>[] = [
    {
      key: "service",
      head: t("service"),
      cell: (row) => <ServiceName service={row.service} />,
      detail: (row) => row.reference,
    },
    { key: "state", head: t("state"), cell: (row) => <RequestStateChip request={row} now={now} /> },
    { key: "bids", head: t("bids"), isNumber: true, cell: (row) => row.bidCount },
    { key: "closes", head: t("closes"), cell: (row) => <TimeText at={row.closesAt} zone={zone} hub={hub} /> },
    {
      key: "decide",
      head: t("decideBy"),
      cell: (row) => <TimeText at={row.decideBy} zone={zone} hub={hub} />,
      className: "max-wide:hidden",
    },
    { key: "turn", head: t("turn"), cell: (row) => <RequestTurnMark turn={row.turn} side="buyer" zone={zone} /> },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={requests}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/requests/${row.id}`}
      isYours={(row) => turnHolder({ turn: row.turn, side: "buyer" }) === "you"}
      card={(row) => (
        <RowCard
          number={row.reference}
          chip={<RequestStateChip request={row} now={now} />}
          title={<ServiceName service={row.service} />}
          facts={t("bidCount", { count: row.bidCount })}
          turn={<RequestTurnMark turn={row.turn} side="buyer" zone={zone} />}
        />
      )}
    />
  );
}
