import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { StateChip } from "@/components/ui/turn/state-chip";
import type { RequestRow } from "@/domain/requests/request-view";
import { HOUR_MS } from "@/domain/shared/instant";

// The look's own line: below it a request is "closing soon".
const CLOSING_MS = 6 * HOUR_MS;

type RequestStateChipProps = {
  readonly request: Pick<RequestRow, "state" | "bidMode" | "closesAt">;
  /** The server's time of this page. */
  readonly now: number;
};

/** The state of a request in one of the eight looks; what is not going on is grey. */
export function RequestStateChip({ request, now }: RequestStateChipProps) {
  const t = useTranslations("requests.state");
  const { state } = request;
  switch (state) {
    case "open":
      if (request.closesAt - now < CLOSING_MS) return <StateChip state="closing" />;
      return <StateChip state={request.bidMode === "sealed" ? "sealed" : "open"} />;
    case "closed":
      return <StateChip state="sealed">{t("closed")}</StateChip>;
    case "opened":
      return <StateChip state="closing">{t("opened")}</StateChip>;
    case "awarded":
      return <StateChip state="awarded" />;
    case "draft":
      return <QuietChip icon="pencil">{t("draft")}</QuietChip>;
    case "in_review":
      return <QuietChip icon="search">{t("in_review")}</QuietChip>;
    default:
      return <QuietChip icon="minus">{t(state)}</QuietChip>;
  }
}
