import { useLocale, useTranslations } from "next-intl";
import { amountText, monthName, percentOf, pointsOf } from "@/components/hubs/share-figures";
import { formatDay } from "@/components/ui/time/format-time";
import { TERM_OF_MEASURE, TermLinks } from "./definitions";
import { TermLink } from "./terms";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { amountOf, type PeriodShare, type TrafficMeasure, type TrafficPeriod } from "@/domain/hubs/traffic";
import { hubTone } from "@/components/hubs/share-bar";
import { Anchor, Panel } from "@/components/ui/blocks";
import { BarRow } from "@/components/ui/bar-row";
import { shownBps } from "@/domain/hubs/share-ratio";
import type { ShareSum } from "@/domain/hubs/traffic-figures";
import type { Month } from "@/domain/shared/time";
import { regionNames } from "@/components/ui/format";

type HubBoxesProps = {
  readonly hubId: string;
  readonly measure: TrafficMeasure;
  readonly now: PeriodShare;
  readonly past: PeriodShare;
  readonly before: TrafficPeriod;
};

/** A hub's share with its fraction, its rank, and what both were before. */
export function HubBoxes({ hubId, measure, now, past, before }: HubBoxesProps) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const amount = (value: bigint) => amountText(value, measure, locale);
  const hubOf = (share: PeriodShare) => {
    const hub = share.hubs.find((one) => one.hubId === hubId);
    return { shareBps: hub?.shareBps ?? 0, shownBps: hub?.shownBps ?? 0, amount: hub ? amountOf(hub, measure) : 0n };
  };
  const [own, earlier] = [hubOf(now), hubOf(past)];
  const fraction = (part: bigint, whole: bigint) =>
    t(`fraction.${measure}`, { part: amount(part), whole: amount(whole) });
  const percent = (share: PeriodShare, bps: number) =>
    share.wholeAmount === 0n ? t("box.none") : percentOf(bps, locale);
  const counted = now.hubs.filter((hub) => amountOf(hub, measure) > 0n);
  const ahead = counted.filter((hub) => amountOf(hub, measure) > own.amount).length;
  const day = (text: TrafficPeriod["from"]) => formatDay(text, locale, true);
  const hasBoth = now.wholeAmount > 0n && past.wholeAmount > 0n;
  return (
    <WaybillGrid
      columns={3}
      isTight
      hasFigures
      boxes={[
        {
          number: 1,
          label: <TermLink term="share">{t("hub.share")}</TermLink>,
          value: percent(now, own.shownBps),
          detail: fraction(own.amount, now.wholeAmount),
        },
        {
          number: 2,
          label: (
            <TermLink term="comparison">{t("box.before", { from: day(before.from), to: day(before.to) })}</TermLink>
          ),
          value: percent(past, earlier.shownBps),
          detail: hasBoth
            ? t("box.points", { points: pointsOf(own.shareBps - earlier.shareBps, locale) })
            : fraction(earlier.amount, past.wholeAmount),
        },
        {
          number: 3,
          label: t("hub.place"),
          value: own.amount > 0n ? t("hub.placeOf", { place: ahead + 1, hubs: counted.length }) : t("box.none"),
        },
      ]}
    />
  );
}

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
  const country = regionNames(locale);
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
