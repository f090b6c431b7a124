import { TurnMark } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { HubName } from "@/components/ui/words";
import { ServiceName } from "@/components/services/service-name";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import type { BidDraftRow, BidRow } from "@/views/bids";
import type { Instant } from "@/domain/shared/time";
import { RequestTurnMark } from "@/components/requests/request-summary";
import { MoneyText } from "@/components/ui/figures";
import { ServiceBrief } from "@/components/services/service-figures";
import { shownColumns, sortHead } from "@/components/ui/table/sort-head";
import type { Column } from "@/components/ui/table/column";
import { LISTS } from "@/domain/accounts/list-view";
import type { Debrief } from "@/domain/bidding/debrief";

type OwnDraftsTableProps = { readonly drafts: readonly BidDraftRow[]; readonly zone: string; readonly now: Instant };

/** The organisation's drafts of bids: whose turn each is and until when. What they say is read where they are written. */
export function OwnDraftsTable({ drafts, zone, now }: OwnDraftsTableProps) {
  const t = useTranslations("bidding");
  const locale = useLocale();
  const turn = (draft: BidDraftRow) =>
    draft.isOpen ? (
      <TurnMark who="you" name={t("turn.who.you")} next={<TimeLeft until={draft.closesAt} now={now} />} />
    ) : (
      <TurnMark who="done" name={t("mine.draftOver")} next={<KeptUntil draft={draft} zone={zone} />} />
    );
  return (
    <DataTable
      caption={t("mine.drafts")}
      rows={drafts}
      rowKey={(draft) => draft.requestId}
      rowHref={(draft) => `/${locale}/requests/${draft.requestId}#bid`}
      hasKeys
      columns={[
        {
          key: "reference",
          head: t("mine.reference"),
          cell: (draft) => draft.reference,
          detail: (draft) => draft.title,
        },
        {
          key: "service",
          card: "facts",
          head: t("mine.service"),
          cell: (draft) => <ServiceName service={draft.service} />,
        },
        { key: "hub", card: "route", head: t("mine.hub"), cell: (draft) => <HubName {...draft.hub} /> },
        { key: "turn", card: "turn", head: t("mine.turn"), cell: turn },
        {
          key: "closes",
          head: t("mine.closes"),
          cell: (draft) => <DeadlineText at={draft.closesAt} zone={zone} hub={draft.hub} />,
        },
        {
          key: "saved",
          card: "facts",
          head: t("mine.saved"),
          cell: (draft) => <TimeText at={draft.savedAt} zone={zone} />,
        },
      ]}
    />
  );
}

function KeptUntil({ draft, zone }: { readonly draft: BidDraftRow; readonly zone: string }) {
  const t = useTranslations("bidding.draft");
  return <>{t.rich("keptUntil", { time: () => <TimeText at={draft.keptUntil} zone={zone} shape="day" hasYear /> })}</>;
}

/** Why a bid lost, in a line of a list. */
function DebriefText({ debrief: { rank, gap, code, choice } }: { readonly debrief: Debrief }) {
  const t = useTranslations("decide.debrief.short");
  const parts = [
    t(`code.${code}`),
    ...(rank === null ? [] : [t(`rank.${rank}`)]),
    ...(choice === null ? [] : [t(`choice.${choice.code}`, { words: choice.words })]),
    ...(gap === null ? [] : [t(`gap.${gap}`)]),
  ];
  return <small className="at-facts block font-normal">{parts.join(" · ")}</small>;
}

type OwnBidsTableProps = {
  readonly bids: readonly BidRow[];
  readonly zone: string;
  readonly now: number;
  /** The columns that the reader has chosen, and how the list is sorted. */
  readonly shown?: readonly string[];
  readonly sorting?: { readonly current: string; readonly hrefOf: (sort: string) => string };
};

/** The organisation's own bids with their amounts, which are never hidden from it. */
export function OwnBidsTable({ bids, zone, now, shown = LISTS.bids.shown, sorting }: OwnBidsTableProps) {
  const t = useTranslations("bidding");
  const states = useTranslations("bidding.own.state");
  const locale = useLocale();
  const stateOf = (bid: BidRow) => {
    // A bid to be confirmed can be made to stand again, whatever its validity: it is the bidder's turn.
    if (bid.state === "stale") return <TurnMark who="you" name={states("stale")} />;
    return states(bid.isExpired ? "expired" : bid.state);
  };
  const columns: Column<BidRow>[] = [
    { key: "reference", head: t("column.reference"), cell: (bid) => bid.reference, detail: (bid) => bid.title },
    {
      key: "service",
      card: "facts",
      head: t("column.service"),
      cell: (bid) => (
        <>
          <ServiceName service={bid.service} />
          <small className="block">
            <ServiceBrief service={bid.service} spec={bid.spec} />
          </small>
        </>
      ),
    },
    { key: "hub", card: "route", head: t("column.hub"), cell: (bid) => <HubName {...bid.hub} /> },
    {
      key: "state",
      card: "parts",
      head: t("column.state"),
      cell: (bid) => (
        <>
          <span className="at-end">{stateOf(bid)}</span>
          {bid.waiting && (
            <span className="at-turn block pt-1">
              <RequestTurnMark turn={bid.waiting} side="bidder" zone={zone} now={now} />
            </span>
          )}
          {bid.debrief && <DebriefText debrief={bid.debrief} />}
        </>
      ),
    },
    {
      key: "closes",
      head: t("column.closes"),
      ...(sorting && sortHead("closes", sorting)),
      cell: (bid) => <DeadlineText at={bid.closesAt} zone={zone} hub={bid.hub} />,
    },
    {
      key: "updated",
      head: t("column.updated"),
      ...(sorting && sortHead("updated", sorting, true)),
      cell: (bid) => <TimeText at={bid.updatedAt} zone={zone} />,
    },
    {
      key: "total",
      card: "facts",
      head: t("column.total"),
      isNumber: true,
      cell: (bid) => <MoneyText {...bid.total} display="code" />,
    },
  ];
  return (
    <DataTable
      caption={t("mine.caption")}
      rows={bids}
      rowKey={(bid) => bid.id}
      rowHref={(bid) => `/${locale}/requests/${bid.requestId}`}
      isYours={({ state, waiting }) => state === "stale" || waiting?.holder === "bidder"}
      hasKeys
      columns={shownColumns(columns, shown)}
    />
  );
}
