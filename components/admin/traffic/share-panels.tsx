import { useLocale, useTranslations } from "next-intl";
import { ChangeWaterfall } from "@/components/hubs/change-waterfall";
import { amountText, pointsOf } from "@/components/hubs/share-figures";
import { hubNameOf } from "@/components/hubs/hub-title";
import { HubShareTable } from "@/components/hubs/hub-share-table";
import { ShareChart } from "@/components/hubs/share-chart";
import { Panel } from "@/components/ui/panel";
import { formatDay } from "@/components/ui/time/format-time";
import {
  amountOf,
  BORDER_SHARE_LINE_BPS,
  type HubShare,
  type PeriodShare,
  type TrafficMeasure,
} from "@/domain/hubs/traffic";
import { TERM_OF_MEASURE, TermLinks } from "./definitions";
import type { TrafficReview } from "@/views/traffic";
import type { RowLinks } from "./share-boxes";

function shareOfMonth(share: PeriodShare | null) {
  if (share?.borderHubShareBps == null || share.shownBps === null) return null;
  return { shareBps: share.borderHubShareBps, shownBps: share.shownBps, isReached: share.line.isReached };
}

/** The joint share of whole months against the line. */
export function TimePanel({ view }: { readonly view: TrafficReview }) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const amount = (value: bigint) => amountText(value, view.measure, locale);
  return (
    <Panel title={t("panel.time")} tools={<TermLinks terms={["share", "line"]} />} aside={t("panel.timeAside")}>
      <ShareChart
        lineBps={BORDER_SHARE_LINE_BPS}
        points={view.months.map(({ month, share }) => ({
          month,
          share: shareOfMonth(share),
          part: amount(share?.borderAmount ?? 0n),
          whole: amount(share?.wholeAmount ?? 0n),
        }))}
      />
    </Panel>
  );
}

/** From the share before to the share now, hub by hub, in points that sum to the difference. */
export function ChangePanel({ view }: { readonly view: TrafficReview }) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const { byHub } = view;
  // Of two days that differ in the year alone, the year is said.
  const hasYear = view.before.to.slice(0, 4) !== view.period.to.slice(0, 4);
  const until = (period: TrafficReview["period"]) => formatDay(period.to, locale, hasYear);
  const steps = (byHub?.hubs ?? []).filter((hub) => hub.changeBps !== 0);
  const name = (hubId: string) => hubNameOf(view.hubs.get(hubId), locale, hubId);
  return (
    <Panel
      title={t("panel.change")}
      tools={<TermLinks terms={["share", "comparison"]} />}
      aside={t("panel.changeAside")}
    >
      {byHub === null ? (
        <p>{t("panel.noChange")}</p>
      ) : (
        <>
          <ChangeWaterfall
            before={{ label: t("panel.until", { day: until(view.before) }), bps: byHub.beforeBps }}
            after={{ label: t("panel.until", { day: until(view.period) }), bps: byHub.afterBps }}
            steps={steps.map((hub) => ({ id: hub.hubId, name: name(hub.hubId), changeBps: hub.changeBps }))}
            lineBps={BORDER_SHARE_LINE_BPS}
          />
          <details className="chart-table">
            <summary>{t("steps.summary")}</summary>
            <table className="data-table rows-dense">
              <caption>{t("caption.steps")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("steps.hub")}</th>
                  <th scope="col" className="num">
                    {t("steps.points")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map((hub) => (
                  <tr key={hub.hubId}>
                    <th scope="row">{name(hub.hubId)}</th>
                    <td className="num">{pointsOf(hub.changeBps, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Panel>
  );
}

/** The shares of all border hubs together and of all others, which make the whole. */
function sumsOf({ borderHubShareBps, shownBps, wholeAmount }: PeriodShare) {
  const whole = wholeAmount > 0n ? 10_000 : 0;
  const border = { shareBps: borderHubShareBps ?? 0, shownBps: shownBps ?? 0 };
  return { border, rest: { shareBps: whole - border.shareBps, shownBps: whole - border.shownBps } };
}

/** The hubs that have anything in either period: one that fell to nothing stays a row, so that both columns add up. */
function hubsOfEither(now: PeriodShare, past: PeriodShare, measure: TrafficMeasure): HubShare[] {
  const hasAny = (hub: HubShare) => amountOf(hub, measure) > 0n;
  const present = now.hubs.filter(hasAny);
  const nothing = {
    count: 0,
    valueMinor: 0n,
    passThroughMinor: 0n,
    weightGrams: 0,
    shareBps: 0,
    shownBps: 0,
  };
  const gone = past.hubs.filter((hub) => hasAny(hub) && present.every(({ hubId }) => hubId !== hub.hubId));
  return [...present, ...gone.map((hub) => ({ ...hub, ...nothing }))];
}

type HubsPanelProps = { readonly view: TrafficReview; readonly links: RowLinks };

/** Shares by hub with what they were; every name and sum opens to its rows. */
export function HubsPanel({ view, links }: HubsPanelProps) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const { measure, now, past } = view;
  const amount = (value: bigint) => amountText(value, measure, locale);
  const before = new Map(past.hubs.map((hub) => [hub.hubId, hub]));
  const sums = sumsOf(now);
  const earlier = past.borderHubShareBps === null ? null : sumsOf(past);
  return (
    <Panel
      title={t("panel.hubs")}
      tools={<TermLinks terms={["share", "borderHub", TERM_OF_MEASURE[measure]]} />}
      aside={t("panel.hubsAside", { whole: `${amount(now.wholeAmount)} ${t(`unit.${measure}`)}` })}
      isFlush
    >
      <HubShareTable
        caption={t("caption.hubs")}
        amountHead={t(`head.${measure}`)}
        rows={hubsOfEither(now, past, measure).map((hub) => ({
          hubId: hub.hubId,
          nameEn: view.hubs.get(hub.hubId)?.nameEn ?? hub.hubId,
          nameZh: view.hubs.get(hub.hubId)?.nameZh ?? hub.hubId,
          isBorderHub: hub.isBorderHub,
          amount: amount(amountOf(hub, measure)),
          shareBps: hub.shareBps,
          shownBps: hub.shownBps,
          before: earlier && (before.get(hub.hubId) ?? { shareBps: 0, shownBps: 0 }),
          href: links.ofHub(hub.hubId),
        }))}
        border={{
          amount: amount(now.borderAmount),
          ...sums.border,
          before: earlier && earlier.border,
          href: links.border,
        }}
        rest={{
          amount: amount(now.wholeAmount - now.borderAmount),
          ...sums.rest,
          before: earlier && earlier.rest,
          href: links.other,
        }}
      />
    </Panel>
  );
}
