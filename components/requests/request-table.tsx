import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { MoneyText } from "@/components/ui/figures/money-text";
import { ServiceSlots } from "@/components/services/face/service-slots";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeLeft } from "@/components/ui/time/time-left";
import type { RequestRow } from "@/domain/requests/request-view";
import { RequestRoute } from "./request-route";
import { RequestStateChip } from "./request-state-chip";
import { RequestTurnMark, turnHolder } from "./request-turn";

type RequestTableProps = {
  readonly rows: readonly RequestRow[];
  readonly zone: string;
  readonly now: number;
  /** The address of the list in the other order by closing time, and how it is sorted now. */
  readonly closing: { readonly href: string; readonly sorted?: "ascending" | "descending" };
};

function Closing({ row, zone, now }: { readonly row: RequestRow; readonly zone: string; readonly now: number }) {
  return row.state === "open" ? (
    <>
      <b className="whitespace-nowrap">
        <TimeLeft until={row.closesAt} now={now} isBare />
      </b>
      <small>
        <DeadlineText at={row.closesAt} zone={zone} hub={row.hub} hasZone={false} />
      </small>
    </>
  ) : (
    <DeadlineText at={row.closesAt} zone={zone} hub={row.hub} hasZone={false} />
  );
}

/** Requests with what is asked, which way the goods go, when it closes and whose turn it is. */
export function RequestTable({ rows, zone, now, closing }: RequestTableProps) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const columns: Column<RequestRow>[] = [
    {
      key: "request",
      head: t("column.request"),
      cell: (row) => <span className="whitespace-nowrap">{row.reference}</span>,
      detail: (row) => row.title,
    },
    { key: "services", head: t("column.service"), cell: (row) => <ServiceSlots services={[row.service]} /> },
    { key: "route", head: t("column.route"), cell: (row) => <RequestRoute of={row} /> },
    {
      key: "value",
      head: t("column.value"),
      isNumber: true,
      cell: (row) => <MoneyText {...row.goodsValue} isRounded />,
      className: "max-wide:hidden",
    },
    { key: "bids", head: t("column.bids"), isNumber: true, cell: (row) => row.bidCount },
    {
      key: "closes",
      head: t("column.closes"),
      cell: (row) => <Closing row={row} zone={zone} now={now} />,
      sortHref: closing.href,
      ...(closing.sorted ? { sorted: closing.sorted } : {}),
    },
    { key: "state", head: t("column.state"), cell: (row) => <RequestStateChip request={row} now={now} /> },
    { key: "turn", head: t("column.turn"), cell: (row) => <RequestTurnMark {...row} zone={zone} /> },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/requests/${row.id}`}
      isYours={(row) => turnHolder(row) === "you" && row.side === "buyer"}
      hasKeys
      card={(row) => (
        <RowCard
          number={row.reference}
          chip={<RequestStateChip request={row} now={now} />}
          end={row.state === "open" ? <TimeLeft until={row.closesAt} now={now} isBare /> : undefined}
          title={row.title}
          route={<RequestRoute of={row} />}
          facts={
            <>
              <ServiceSlots services={[row.service]} />
              <MoneyText {...row.goodsValue} isRounded />
              <span>{t("bids", { count: row.bidCount })}</span>
            </>
          }
          turn={<RequestTurnMark {...row} zone={zone} />}
        />
      )}
    />
  );
}
