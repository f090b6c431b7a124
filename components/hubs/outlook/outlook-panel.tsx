import { Sentences } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import type { HubOutlook } from "@/domain/hubs/board/board-view";
import { isOn, spanOf } from "@/domain/hubs/board/closure";
import { ClosureTable } from "./closure-table";
import { useWaitWords } from "./wait-words";

type OutlookPanelProps = {
  readonly outlook: HubOutlook;
  /** The hub's own page. */
  readonly href: string;
  readonly zone: string;
};

/** What is waited at the hub now and what is closed there, beside something whose goods go through it. */
export function OutlookPanel({ outlook, href, zone }: OutlookPanelProps) {
  const t = useTranslations("hub-board.outlook");
  const said = useTranslations("hub-board.wait");
  const words = useWaitWords(zone);
  const { hub, mode, wait, closures, now } = outlook;
  const name = placeName(hub, useLocale());
  const closedNow = closures.find((one) => isOn(one, now));
  return (
    <Panel
      title={t("title", { hub: name })}
      aside={<Anchor href={href}>{t("toBoard")}</Anchor>}
      id="hub-wait"
      isFlush={closures.length > 0}
    >
      <div className={closures.length > 0 ? "panel-body" : undefined} aria-live="polite">
        {closedNow && <Note tone="warn">{said("closedUntil", { at: words.at(spanOf(closedNow).to) })}</Note>}
        <p>
          <b className="hub-wait-length">{wait ? words.length(wait.hours) : said("none")}</b>{" "}
          {wait && words.closed(wait)}
        </p>
        <p className="text-sm text-ink-2">
          <Sentences>
            {t("lead", { mode })}
            {wait && t("from", { source: words.source(wait) })}
            {wait?.source === "board" && wait.statedBy !== null && said("statedBy", { source: wait.statedBy })}
          </Sentences>
        </p>
        {closures.length === 0 && <p className="text-sm text-ink-2">{t("noClosures")}</p>}
      </div>
      {closures.length > 0 && <ClosureTable closures={closures} hub={hub} zone={zone} />}
    </Panel>
  );
}
