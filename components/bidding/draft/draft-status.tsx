import { Sentences } from "@/components/ui/page/sentences";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { TimeText } from "@/components/ui/time/time-text";
import type { OwnBidDraft } from "@/domain/bidding/draft/bid-draft";

type DraftStatusProps = {
  readonly draft: OwnBidDraft;
  /** Whether a bid stands beside it: then the draft is a change of it. */
  readonly hasBid: boolean;
  readonly zone: string;
  /** Where the draft may be thrown away; null for those who may not. */
  readonly discardHref: string | null;
};

/** Above the fields of a draft: when it was saved, that nothing of it is sent, and what becomes of it. */
export function DraftStatus({ draft, hasBid, zone, discardHref }: DraftStatusProps) {
  const t = useTranslations("bidding");
  const open = hasBid ? "draft.besideBid" : "draft.notSent";
  return (
    <div className="p-4">
      <Note icon="file-text">
        <p>
          <Sentences>
            {t.rich("draft.savedAt", { time: () => <TimeText at={draft.savedAt} zone={zone} hasSeconds /> })}
            {t(draft.isOpen ? open : "draft.over")}
            {!draft.isOpen &&
              t.rich("draft.isKeptUntil", {
                time: () => <TimeText at={draft.keptUntil} zone={zone} shape="day" hasYear />,
              })}
          </Sentences>
        </p>
        {discardHref && (
          <p className="pt-2">
            <ButtonLink size="small" variant="quiet" href={discardHref}>
              {t("step.discard.ask")}
            </ButtonLink>
          </p>
        )}
      </Note>
    </div>
  );
}
