import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { StateChip } from "@/components/ui/turn/state-chip";
import type { RequestPage } from "@/domain/bidding/bid-view";

/** What state the request is in. */
export function RequestChip({ request: { state, bidMode } }: { readonly request: RequestPage }) {
  const words = useTranslations("bidding.state")(state);
  if (state === "open") return <StateChip state={bidMode === "sealed" ? "sealed" : "open"} />;
  if (state === "closed") return <StateChip state="sealed">{words}</StateChip>;
  if (state === "opened") return <StateChip state="open">{words}</StateChip>;
  if (state === "awarded") return <StateChip state="awarded" />;
  return <QuietChip icon="circle-dashed">{words}</QuietChip>;
}
