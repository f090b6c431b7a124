import { TurnMark } from "@/components/ui/cells";
import { ServiceName, ServiceSlots, useServiceName } from "@/components/services/service-name";
import { placeName } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { fallbackId } from "@/components/requests/fallback-panel";
import {
  RequestRoute,
  RequestStateChip,
  RequestTurnMark,
  turnHolder,
  useRequestState,
  wordedAct,
} from "@/components/requests/request-summary";
import { Anchor, ButtonLink } from "@/components/ui/blocks";
import { TimeLeft } from "@/components/ui/time/time-left";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { TurnBar, TurnDeadline } from "@/components/ui/turn-bar";
import { alsoWaiting, nextRequest, waitingForBuyer } from "@/domain/deals/deal-turn";
import type { DealLine, DealPage, DealRequest, DraftRow } from "@/views/deals";
import { formatMoney } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { shownColumns, sortHead } from "@/components/ui/table/sort-head";
import { LISTS } from "@/domain/accounts/list-view";

type DealTurnProps = { readonly deal: DealPage; readonly zone: string; readonly now: number };

function hrefOf({ id, service, turn }: DealRequest, deal: string, locale: string): string {
  if (turn.order) return `/${locale}/orders/${turn.order.id}`;
  if (turn.act === "decide") return `${deal}/compare`;
  if (turn.act === "state") return `${deal}/chain#gates`;
  if (turn.act === "reply") return `/${locale}/requests/${id}#questions`;
  return turn.act === "choose" ? `${deal}#${fallbackId(service)}` : `/${locale}/requests/${id}`;
}

/** First on a deal's page: who moves next, what follows, by when. */
export function DealTurnBar({ deal, zone, now }: DealTurnProps) {
  const t = useTranslations("deals.turn");
  const turn = useTranslations("requests.turn");
  const service = useServiceName();
  const locale = useLocale();
  const next = nextRequest(deal.requests);
  if (!next) return <TurnBar who="other" whoLabel={t("nobody")} sentence={t("nothingAsked")} />;
  const who = turnHolder({ turn: next.turn, side: "buyer" });
  const { act, holder, by } = next.turn;
  const worded = wordedAct({ turn: next.turn, side: "buyer" });
  const waiting = waitingForBuyer(deal.requests);
  const href = hrefOf(next, `/${locale}/deals/${deal.id}`, locale);
  return (
    <TurnBar
      who={who}
      whoLabel={who === "you" ? t("yours") : turn(`holder.${holder}`)}
      sentence={t(`say.${worded}`, { service: service(next.service), count: next.turn.questions ?? waiting })}
      next={t(`next.${worded}`)}
      {...(by === null
        ? {}
        : {
            deadline: (
              <TurnDeadline
                label={<TimeText at={by} zone={zone} hub={{ name: placeName(deal.hub, locale), zone: deal.hubZone }} />}
              >
                <TimeLeft until={by} now={now} isBare />
              </TurnDeadline>
            ),
          })}
      {...(who === "you"
        ? {
            action: (
              <ButtonLink variant="primary" href={href}>
                {t(`do.${act}`)}
              </ButtonLink>
            ),
          }
        : {})}
    />
  );
}

/** What else waits for the buyer of a deal, behind what its turn bar names. */
export function AlsoWaiting({ deal, zone, now }: DealTurnProps) {
  const t = useTranslations("deals.turn");
  const locale = useLocale();
  const requests = alsoWaiting(deal.requests);
  if (requests.length === 0) return null;
  return (
    <section className="form-stack" aria-label={t("also")}>
      <b>{t("also")}</b>
      <ul className="form-stack">
        {requests.map((request) => (
          <li key={request.id} className="flow">
            <Anchor href={hrefOf(request, `/${locale}/deals/${deal.id}`, locale)}>
              <ServiceName service={request.service} />
            </Anchor>
            <RequestTurnMark turn={request.turn} side="buyer" zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type DealTurnMarkProps = { readonly requests: readonly DealRequest[]; readonly zone: string; readonly now: number };

/** Whose turn a deal is: that of the request which needs its buyer most. */
function DealTurnMark({ requests, zone, now }: DealTurnMarkProps) {
  const t = useTranslations("deals.turn");
  const next = nextRequest(requests);
  if (!next) return <TurnMark who="other" name={t("nobody")} next={t("nothingAsked")} />;
  return <RequestTurnMark turn={next.turn} side="buyer" zone={zone} now={now} />;
}

type DealTableProps = {
  readonly rows: readonly DealLine[];
  readonly zone: string;
  readonly now: number;
  /** One table a page has keys. */
  readonly hasKeys?: boolean;
  /** The columns that the reader has chosen, and how the list is sorted: on its own page. */
  readonly shown?: readonly string[];
  readonly sorting?: { readonly current: string; readonly hrefOf: (sort: string) => string };
};

/** The four services of a deal in their slots, each with the state of its request. */
function DealSlots({ requests, now }: { readonly requests: readonly DealRequest[]; readonly now: number }) {
  const state = useRequestState();
  return (
    <ServiceSlots
      services={requests.map((request) => request.service)}
      states={Object.fromEntries(requests.map((request) => [request.service, state(request, now)]))}
    />
  );
}

/** The next time that something of the deal is due. */
function NextDue({ requests, zone }: { readonly requests: readonly DealRequest[]; readonly zone: string }) {
  const by = nextRequest(requests)?.turn.by ?? null;
  return by === null ? null : <TimeText at={by} zone={zone} />;
}

/** The buyer's goods movements, with what is asked for each and whose turn it is. */
export function DealTable({ rows, zone, now, hasKeys = true, shown = LISTS.deals.shown, sorting }: DealTableProps) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const columns: Column<DealLine>[] = [
    {
      key: "deal",
      head: t("column.deal"),
      className: "is-reference",
      cell: (row) => row.reference,
      detail: (row) => row.title,
    },
    {
      key: "services",
      card: "facts",
      head: t("column.services"),
      cell: (row) => <DealSlots requests={row.requests} now={now} />,
    },
    { key: "route", card: "route", head: t("column.route"), cell: (row) => <RequestRoute of={row} /> },
    {
      key: "value",
      card: "facts",
      head: t("column.value"),
      isNumber: true,
      cell: (row) => formatMoney(row.goodsValue, locale, { isRounded: true }),
    },
    {
      key: "ready",
      head: t("column.ready"),
      cell: (row) => <DateText day={row.readyDate} />,
      ...(sorting && sortHead("ready", sorting)),
      className: "max-wide:hidden",
    },
    {
      key: "posted",
      card: "end",
      isNamedOnCard: true,
      head: t("column.posted"),
      cell: (row) => <TimeText at={row.createdAt} zone={zone} shape="day" />,
      ...(sorting && sortHead("posted", sorting, true)),
      className: "desk:max-wide:hidden",
    },
    {
      key: "next",
      card: "facts",
      isNamedOnCard: true,
      head: t("column.next"),
      cell: (row) => <NextDue requests={row.requests} zone={zone} />,
    },
    {
      key: "turn",
      card: "turn",
      head: t("column.turn"),
      cell: (row) => <DealTurnMark requests={row.requests} zone={zone} now={now} />,
    },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={shownColumns(columns, shown)}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/deals/${row.id}`}
      isYours={(row) => waitingForBuyer(row.requests) > 0}
      hasKeys={hasKeys}
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
    { key: "state", card: "end", head: t("state"), cell: (row) => <RequestStateChip request={row} now={now} /> },
    { key: "bids", card: "facts", isNamedOnCard: true, head: t("bids"), isNumber: true, cell: (row) => row.bidCount },
    { key: "closes", head: t("closes"), cell: (row) => <TimeText at={row.closesAt} zone={zone} hub={hub} /> },
    {
      key: "decide",
      head: t("decideBy"),
      cell: (row) => <TimeText at={row.decideBy} zone={zone} hub={hub} />,
      className: "max-wide:hidden",
    },
    {
      key: "turn",
      card: "turn",
      head: t("turn"),
      cell: (row) => <RequestTurnMark turn={row.turn} side="buyer" zone={zone} now={now} />,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={requests}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/requests/${row.id}`}
      isYours={(row) => turnHolder({ turn: row.turn, side: "buyer" }) === "you"}
    />
  );
}
