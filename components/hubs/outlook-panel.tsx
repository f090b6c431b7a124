import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import { Sentences } from "@/components/ui/sentences";
import { Anchor } from "@/components/ui/anchor";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { useFigureSource } from "@/components/services/country-name";
import type { HubClosure, HubOutlook } from "@/views/hubs";
import { isPortMode } from "@/domain/hubs/place";
import { useTowards, useWaitWords } from "./wait-words";

type ClosureTableProps = {
  readonly closures: readonly HubClosure[];
  readonly hub: { readonly nameEn: string; readonly nameZh: string };
  readonly zone: string;
};

/** What is closed and when, on the reader's clock and on that by which it was announced, with reason and source. */
export function ClosureTable({ closures, hub, zone }: ClosureTableProps) {
  const t = useTranslations("hub-board.closure");
  const name = placeName(hub, useLocale());
  const what = ({ mode }: HubClosure) => t(mode ?? "all");
  const when = ({ from, to, zone: own }: HubClosure) => {
    const there = { name, zone: own };
    return t.rich("times", {
      from: () => <TimeText at={from} zone={zone} hub={there} hasYear />,
      to: () => <TimeText at={to} zone={zone} hub={there} hasYear />,
    });
  };
  const columns: Column<HubClosure>[] = [
    { key: "what", head: t("what"), cell: what },
    { key: "when", head: t("when"), cell: when },
    { key: "reason", head: t("reason"), cell: ({ reason }) => reason, detail: ({ source }) => source },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={closures}
      rowKey={({ id }) => id}
      height="regular"
      card={(closure) => (
        <RowCard number={what(closure)} title={closure.reason} route={when(closure)} facts={closure.source} />
      )}
    />
  );
}

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
  const { hub, mode, direction, countries, wait, closedUntil, closures } = outlook;
  const towards = useTowards();
  const name = placeName(hub, useLocale());
  const sourceOf = useFigureSource();
  return (
    <Panel
      title={t("title", { hub: name })}
      aside={<Anchor href={href}>{t("toBoard")}</Anchor>}
      id="hub-wait"
      isFlush={closures.length > 0}
    >
      <div className={closures.length > 0 ? "panel-body" : undefined} aria-live="polite">
        {closedUntil !== null && <Note tone="warn">{said("closedUntil", { at: words.at(closedUntil) })}</Note>}
        <p>
          <b className="hub-wait-length">{wait ? words.length(wait.hours) : said("none")}</b>{" "}
          {wait && words.closed(wait)}
        </p>
        <p className="text-sm text-ink-2">
          <Sentences>
            {t(isPortMode(mode) ? "lead" : "leadTowards", { mode, direction, towards: towards(countries) })}
            {wait && t("from", { source: words.source(wait) })}
            {wait?.basis === "board" && wait.source !== null && said("statedBy", { source: sourceOf(wait.source) })}
          </Sentences>
        </p>
        {closures.length === 0 && <p className="text-sm text-ink-2">{t("noClosures")}</p>}
      </div>
      {closures.length > 0 && <ClosureTable closures={closures} hub={hub} zone={zone} />}
    </Panel>
  );
}
