import { useLocale, useTranslations } from "next-intl";
import { RequestRoute, RequestTurnMark } from "@/components/requests/request-summary";
import { MoneyText } from "@/components/ui/money-text";
import { ServiceSlots } from "@/components/services/service-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { nextRequest, waitingForBuyer } from "@/domain/deals/deal-turn";
import type { DealRequest, DraftRow, DealLine } from "@/views/deals";
import { TurnMark } from "@/components/ui/turn-bar";
import { Anchor } from "@/components/ui/anchor";

type DealTurnMarkProps = { readonly requests: readonly DealRequest[]; readonly zone: string };

/** Whose turn a deal is: that of the request which needs its buyer most. */
function DealTurnMark({ requests, zone }: DealTurnMarkProps) {
  const t = useTranslations("deals.turn");
  const next = nextRequest(requests);
  if (!next) return <TurnMark who="other" name={t("nobody")} next={t("nothingAsked")} />;
  return <RequestTurnMark turn={next.turn} side="buyer" zone={zone} />;
}

type DealTableProps = { readonly rows: readonly DealLine[]; readonly zone: string };

const slotsOf = (row: DealLine) => row.requests.map((request) => request.service);

/** The buyer's goods movements, with what is asked for each and whose turn it is. */
export function DealTable({ rows, zone }: DealTableProps) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const columns: Column<DealLine>[] = [
    {
      key: "deal",
      head: t("column.deal"),
      cell: (row) => <span className="whitespace-nowrap">{row.reference}</span>,
      detail: (row) => row.title,
    },
    { key: "services", head: t("column.services"), cell: (row) => <ServiceSlots services={slotsOf(row)} /> },
    { key: "route", head: t("column.route"), cell: (row) => <RequestRoute of={row} /> },
    {
      key: "value",
      head: t("column.value"),
      isNumber: true,
      cell: (row) => <MoneyText {...row.goodsValue} isRounded />,
    },
    {
      key: "ready",
      head: t("column.ready"),
      cell: (row) => <DateText day={row.readyDate} />,
      className: "max-wide:hidden",
    },
    {
      key: "posted",
      head: t("column.posted"),
      cell: (row) => <TimeText at={row.createdAt} zone={zone} shape="day" />,
      className: "max-wide:hidden",
    },
    { key: "turn", head: t("column.turn"), cell: (row) => <DealTurnMark requests={row.requests} zone={zone} /> },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/deals/${row.id}`}
      isYours={(row) => waitingForBuyer(row.requests) > 0}
      hasKeys
      card={(row) => (
        <RowCard
          number={row.reference}
          end={<TimeText at={row.createdAt} zone={zone} shape="day" />}
          title={row.title}
          route={<RequestRoute of={row} />}
          facts={
            <>
              <ServiceSlots services={slotsOf(row)} />
              <MoneyText {...row.goodsValue} isRounded />
            </>
          }
          turn={<DealTurnMark requests={row.requests} zone={zone} />}
        />
      )}
    />
  );
}

/** Postings that are still being written, the last touched first. */
export function DraftList({ drafts, zone }: { readonly drafts: readonly DraftRow[]; readonly zone: string }) {
  const t = useTranslations("deals.draft");
  const locale = useLocale();
  return (
    <ul className="form-stack">
      {drafts.map((draft) => (
        <li key={draft.id} className="flow">
          <Anchor href={`/${locale}/deals/drafts/${draft.id}`}>{draft.title || t("untitled")}</Anchor>
          <span className="text-sm text-ink-3">
            {t("touched")} <TimeText at={draft.updatedAt} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
