import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import type { ModeNow } from "@/domain/hubs/board/board-view";
import { useWaitWords } from "../outlook/wait-words";

/** By mode, a line each: what is waited now and where that is from, or until when it is closed. */
export function HubNow({ now, zone }: { readonly now: readonly ModeNow[]; readonly zone: string }) {
  const t = useTranslations("hub-board.list");
  const said = useTranslations("hub-board.wait");
  const words = useWaitWords(zone);
  const known = now.filter(({ wait }) => wait !== null);
  if (known.length === 0) return said("none");
  return known.map(({ mode, wait, closedUntil }) => (
    <span key={mode} className="hub-now">
      {t("mode", { mode, hours: words.number(wait?.hours ?? 0) })}{" "}
      {wait && wait.source !== "none" && (
        <small>{t(wait.source === "month" && wait.isEstimate ? "estimate" : wait.source)}</small>
      )}
      {closedUntil !== null && (
        <span className="hub-now-closed">
          <Icon name="triangle-alert" />
          {t("closed", { mode, at: words.at(closedUntil) })}
        </span>
      )}
    </span>
  ));
}
