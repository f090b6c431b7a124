import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { HubName } from "@/components/ui/freight/hub-name";
import { ServiceName } from "@/components/services/face/service-name";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { TurnMark } from "@/components/ui/turn/turn-mark";
import type { BidDraftRow } from "@/domain/bidding/bid-view";
import type { Instant } from "@/domain/shared/instant";

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
      card={(draft) => (
        <RowCard
          number={draft.reference}
          end={turn(draft)}
          title={draft.title}
          route={<HubName {...draft.hub} />}
          facts={
            <>
              <ServiceName service={draft.service} /> <TimeText at={draft.savedAt} zone={zone} />
            </>
          }
        />
      )}
      columns={[
        {
          key: "reference",
          head: t("mine.reference"),
          cell: (draft) => draft.reference,
          detail: (draft) => draft.title,
        },
        { key: "service", head: t("mine.service"), cell: (draft) => <ServiceName service={draft.service} /> },
        { key: "hub", head: t("mine.hub"), cell: (draft) => <HubName {...draft.hub} /> },
        { key: "turn", head: t("mine.turn"), cell: turn },
        {
          key: "closes",
          head: t("mine.closes"),
          cell: (draft) => <DeadlineText at={draft.closesAt} zone={zone} hub={draft.hub} />,
        },
        { key: "saved", head: t("mine.saved"), cell: (draft) => <TimeText at={draft.savedAt} zone={zone} /> },
      ]}
    />
  );
}

function KeptUntil({ draft, zone }: { readonly draft: BidDraftRow; readonly zone: string }) {
  const t = useTranslations("bidding.draft");
  return <>{t.rich("keptUntil", { time: () => <TimeText at={draft.keptUntil} zone={zone} shape="day" hasYear /> })}</>;
}
