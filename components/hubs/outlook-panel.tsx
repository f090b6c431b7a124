import { useLocale, useTranslations } from "next-intl";
import { placeName, Sentences, useNameList } from "@/components/ui/words";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { useFigureSource } from "@/components/services/country-name";
import type { HubClosure, HubOutlook, HubWait, ModeNow } from "@/views/hubs";
import { isPortMode } from "@/domain/hubs/place";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { Icon } from "@/components/ui/icons/icon";
import { dateFormat, numberFormat, regionNames } from "@/components/ui/format";
import { CROSSINGS_DAYS } from "@/domain/hubs/board/crossing-times";
import { type PlaceNames } from "@/domain/shared/place-names";

type ClosureTableProps = {
  readonly closures: readonly HubClosure[];
  readonly hub: PlaceNames;
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
    { key: "when", card: "route", head: t("when"), cell: when },
    { key: "reason", card: "title", head: t("reason"), cell: ({ reason }) => reason, detail: ({ source }) => source },
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={closures} rowKey={({ id }) => id} height="regular" />
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
      aside={wait && words.length(wait.hours)}
      id="hub-wait"
      fold={closedUntil === null ? "closed" : "open"}
      isFlush={closures.length > 0}
    >
      <div {...(closures.length > 0 && { className: "panel-body" })} aria-live="polite">
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
        <p className="text-sm">
          <Anchor href={href}>{t("toBoard")}</Anchor>
        </p>
      </div>
      {closures.length > 0 && <ClosureTable closures={closures} hub={hub} zone={zone} />}
    </Panel>
  );
}

type HubClocksProps = {
  readonly clocks: readonly { readonly country: string; readonly zone: string }[];
  readonly at: number;
};

/** The time on each side of the border, with the zone; sides that keep one time are said once. */
export function HubClocks({ clocks, at }: HubClocksProps) {
  const locale = useLocale();
  const nameList = useNameList();
  const country = regionNames(locale);
  const byOffset = new Map<string, { names: string[]; zone: string }>();
  for (const clock of clocks) {
    const offset = zoneName(at, clock.zone, locale);
    const known = byOffset.get(offset);
    const name = country.of(clock.country) ?? clock.country;
    if (!known) byOffset.set(offset, { names: [name], zone: clock.zone });
    else if (!known.names.includes(name)) known.names.push(name);
  }
  return [...byOffset].map(([offset, { names, zone }]) => (
    <span key={offset} className="hub-clock">
      <time dateTime={new Date(at).toISOString()}>{formatTime(at, { locale, zone, shape: "time" })}</time> {offset}
      {byOffset.size > 1 && <span className="hub-clock-side">{nameList(names)}</span>}
    </span>
  ));
}

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
      {wait && wait.basis !== "none" && (
        <small>{t(wait.basis === "month" && wait.isEstimate ? "estimate" : wait.basis)}</small>
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

const DAY_HOURS = 24;

/** How waits are said: their length, what they are taken from, and a time on the reader's clock. */
export function useWaitWords(zone: string) {
  const t = useTranslations("hub-board.wait");
  const locale = useLocale();
  const tenths = numberFormat(locale, { maximumFractionDigits: 1 });
  const at = (time: number): string => `${formatTime(time, { locale, zone })} ${zoneName(time, zone, locale)}`;
  const monthName = (month: number): string =>
    dateFormat(locale, { timeZone: "UTC", month: locale.startsWith("zh") ? "numeric" : "long" }).format(
      Date.UTC(2026, month - 1, 1),
    );
  return {
    at,
    number: (value: number): string => tenths.format(value),
    /** "51.4 h (2.1 days)"; hours alone under a day. */
    length: (hours: number): string =>
      hours < DAY_HOURS
        ? t("hours", { hours: tenths.format(hours) })
        : t("hoursDays", { hours: tenths.format(hours), days: tenths.format(hours / DAY_HOURS) }),
    closed: ({ closedHours }: Pick<HubWait, "closedHours">): string | null =>
      closedHours > 0 ? t("closed", { hours: tenths.format(closedHours) }) : null,
    source: ({ basis, asOf, month, isEstimate }: HubWait): string => {
      if (basis === "board" && asOf !== null) return t("board", { at: at(asOf) });
      if (basis === "orders") return t("orders", { days: CROSSINGS_DAYS });
      if (basis === "none") return t("noQueue");
      return t(isEstimate ? "monthEstimate" : "month", { month: monthName(month) });
    },
  };
}

/** The countries that goods go to over a hub's land border, as its board names them: "Viet Nam"; abroad where it has none. */
export function useTowards(): (countries: readonly string[]) => string {
  const t = useTranslations("hub-board.wait");
  const nameList = useNameList();
  const names = regionNames(useLocale());
  return (countries) =>
    countries.length === 0 ? t("abroad") : nameList(countries.map((code) => names.of(code) ?? code));
}
