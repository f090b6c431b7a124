import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { Note } from "@/components/ui/page/note";
import { TimeText } from "@/components/ui/time/time-text";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { isTurnOf } from "@/domain/requests/turn";

type WaitingOffersProps = { readonly request: RequestPage; readonly zone: string };

/** An offer across the table that waits for this reader's answer, where the turn bar has something else to say first. */
export function WaitingOffers({ request, zone }: WaitingOffersProps) {
  const [locale, t] = [useLocale(), useTranslations("negotiation.link")];
  const { turn, side, waiting } = request;
  const offers = waiting.filter((one) => one.act === "answer" && isTurnOf(one, side));
  const [first] = offers;
  if (!first || turn.act === "answer") return null;
  return (
    <Note tone="warn">
      {t.rich(`pending.${side === "buyer" ? "buyer" : "provider"}`, {
        count: offers.length,
        time: () => <TimeText at={first.by} zone={zone} />,
      })}{" "}
      <Anchor href={`/${locale}/requests/${request.id}/bids/${first.bidId}`}>{t("answer")}</Anchor>
    </Note>
  );
}
