import { useTranslations } from "next-intl";
import { RequestTurnMark } from "@/components/requests/request-turn";
import { TurnMark } from "@/components/ui/turn/turn-mark";
import { nextRequest } from "@/domain/deals/deal-turn";
import type { DealRequest } from "@/domain/deals/deal-view";

type DealTurnMarkProps = { readonly requests: readonly DealRequest[]; readonly zone: string };

/** Whose turn a deal is: that of the request which needs its buyer most. */
export function DealTurnMark({ requests, zone }: DealTurnMarkProps) {
  const t = useTranslations("deals.turn");
  const next = nextRequest(requests);
  if (!next) return <TurnMark who="other" name={t("nobody")} next={t("nothingAsked")} />;
  return <RequestTurnMark turn={next.turn} side="buyer" zone={zone} />;
}
