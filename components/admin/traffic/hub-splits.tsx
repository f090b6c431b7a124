import { useLocale, useTranslations } from "next-intl";
import { amountText } from "@/components/hubs/format-amount";
import { percentOf } from "@/components/hubs/share/format-bps";
import { hubTone } from "@/components/hubs/hub-tone";
import { monthName } from "@/components/hubs/month-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { BarRow } from "@/components/ui/charts/bar-row";
import { Panel } from "@/components/ui/page/panel";
import { shownBps } from "@/domain/hubs/share/shown";
import type { ShareSum } from "@/domain/hubs/share/sums-by";
import { amountOf, type PeriodShare, type TrafficMeasure } from "@/domain/hubs/traffic";
import { TERM_OF_MEASURE, TermLinks } from "./definitions";
import type { Month } from "@/domain/shared/local-date";

type HubMonthsProps = {
  readonly hubId: string;
  readonly measure: TrafficMeasure;
  readonly months: readonly { readonly month: Month; readonly share: PeriodShare | null }[];
  readonly monthHref: (month: Month) => string;
};

/** The hub's share of whole months; each opens to its rows. */
export function HubMonths({ hubId, measure, months, monthHref }: HubMonthsProps) {
  const t = useTranslations("admin.traffic");
  const words = useTranslations("hubs.corridors");
  const locale = useLocale();
  const rows = months.map(({ month, share }) => {
    const hub = share?.hubs.find((one) => one.hubId === hubId);
    return {
      month,
      shareBps: share && share.wholeAmount > 0n ? (hub?.shownBps ?? 0) : null,
      part: hub ? amountOf(hub, measure) : 0n,
      whole: share?.wholeAmount ?? 0n,
    };
  });
  const max = Math.max(1, ...rows.map((row) => row.shareBps ?? 0));
  const amount = (value: bigint) => amountText(value, measure, locale);
  return (
    <Panel
      title={t("hub.byMonth")}
      tools={<TermLinks terms={["share", TERM_OF_MEASURE[measure]]} />}
      aside={t("panel.timeAside")}
      isFlush
    >
      <table className="data-table rows-dense corridor-bars">
        <caption>{t("caption.months")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("hub.month")}</th>
            <th scope="col" className="num">
              {t(`head.${measure}`)}
            </th>
            <th scope="col" className="num">
              {t("hub.ofWhole")}
            </th>
            <th scope="col" className="bar-cell">
              <span className="sr-only">{t("hub.bar")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.month}>
              <th scope="row">
                <Anchor href={monthHref(row.month)}>{monthName(row.month, locale)}</Anchor>
              </th>
              <td className="num">{words("fraction", { part: amount(row.part), whole: amount(row.whole) })}</td>
              <td className="num is-strong">
                {row.shareBps === null ? t("box.none") : percentOf(row.shareBps, locale)}
              </td>
              <td className="bar-cell">
                <BarRow value={row.shareBps ?? 0} max={max} tone={hubTone(hubId)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type HubCorridorsProps = {
  readonly measure: TrafficMeasure;
  readonly corridors: readonly ShareSum[];
  readonly corridorHref: (corridor: string) => string;
};

const SHOWN = 12;

/** The corridors that run through the hub, the largest first. */
export function HubCorridors({ measure, corridors, corridorHref }: HubCorridorsProps) {
  const t = useTranslations("admin.traffic");
  const words = useTranslations("hubs.corridors");
  const locale = useLocale();
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const name = (code: string) =>
    words("name", { from: country.of(code.slice(0, 2)) ?? "", to: country.of(code.slice(3)) ?? "" });
  const whole = corridors.reduce((all, sum) => all + sum.wholeAmount, 0n);
  const parts = corridors.map(({ wholeAmount }) => shownBps(wholeAmount, whole));
  const amount = (value: bigint) => amountText(value, measure, locale);
  return (
    <Panel title={t("hub.corridors")} tools={<TermLinks terms={[TERM_OF_MEASURE[measure]]} />} isFlush>
      <table className="data-table rows-dense corridor-bars">
        <caption>{t("hub.corridors")}</caption>
        <thead>
          <tr>
            <th scope="col">{words("corridor")}</th>
            <th scope="col" className="num">
              {t(`head.${measure}`)}
            </th>
            <th scope="col" className="num">
              {t("hub.corridorShare")}
            </th>
            <th scope="col" className="bar-cell">
              <span className="sr-only">{t("hub.bar")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {corridors.slice(0, SHOWN).map((sum, at) => (
            <tr key={sum.key}>
              <th scope="row">
                <Anchor href={corridorHref(sum.key)}>{name(sum.key)}</Anchor>
              </th>
              <td className="num">{words("fraction", { part: amount(sum.wholeAmount), whole: amount(whole) })}</td>
              <td className="num is-strong">{percentOf(parts[at] ?? 0, locale)}</td>
              <td className="bar-cell">
                <BarRow value={parts[at] ?? 0} max={10_000} tone="c1" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
