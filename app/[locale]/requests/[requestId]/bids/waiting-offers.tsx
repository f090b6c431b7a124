import { getLocale, getTranslations } from "next-intl/server";
import { Anchor } from "@/components/ui/actions/anchor";
import { Note } from "@/components/ui/page/note";
import { TimeText } from "@/components/ui/time/time-text";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { termsOf } from "@/domain/requests/terms";
import type { Instant } from "@/domain/shared/instant";
import { platform } from "@/server/platform/platform";
import { offersWaitingFor } from "@/server/queries/negotiation";

type WaitingOffersProps = { readonly request: RequestPage; readonly now: Instant; readonly zone: string };

/** An offer across the table that waits for this reader's answer; nothing is read where none can. */
export async function WaitingOffers({ request, now, zone }: WaitingOffersProps) {
  if (request.state !== "opened" || termsOf(request).negotiationRounds === 0) return null;
  const waiting = await offersWaitingFor(platform().database.read, request, now);
  if (!waiting) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("negotiation.link")]);
  const { count, bidId, firstEndsAt } = waiting;
  return (
    <Note tone="warn">
      {t.rich(`pending.${request.side === "buyer" ? "buyer" : "provider"}`, {
        count,
        time: () => <TimeText at={firstEndsAt} zone={zone} />,
      })}{" "}
      <Anchor href={`/${locale}/requests/${request.id}/bids/${bidId}`}>{t("answer")}</Anchor>
    </Note>
  );
}
