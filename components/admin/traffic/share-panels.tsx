import {
  amountOf,
  BORDER_SHARE_LINE_BPS,
  type HubShare,
  type PeriodShare,
  type TrafficMeasure,
} from "@/domain/hubs/traffic";
import type { TrafficReview } from "@/views/traffic";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { amountText, exactAmountText, monthName, percentOf, pointsOf } from "@/components/hubs/share-figures";
import { Anchor, Panel } from "@/components/ui/blocks";
import { Icon } from "@/components/ui/icons/icon";
import { formatDay } from "@/components/ui/time/format-time";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { TERM_OF_MEASURE, TermLinks } from "./definitions";
import { TermLink } from "./terms";
import { ChangeWaterfall } from "@/components/hubs/change-waterfall";
import { hubNameOf } from "@/components/hubs/hub-title";
import { HubShareTable } from "@/components/hubs/hub-share-table";
import { ShareChart } from "@/components/hubs/share-chart";
import { placeNamesOf } from "@/domain/shared/place-names";

/** Where a figure opens to the rows behind it. */
export type RowLinks = {
  readonly all: string;
  readonly border: string;
  readonly other: string;
  readonly past: string;
  readonly ofHub: (hubId: string) => string;
  readonly ofCorridor: (corridor: string) => string;
  readonly ofService: (service: string) => string;
};

type ShareBoxesProps = { readonly view: TrafficReview; readonly links: RowLinks; readonly recount: ReactNode };

/** The share, its distance to the line, the period before, months that reach the line, and whether the sums add up. */
export function ShareBoxes({ view, links, recount }: ShareBoxesProps) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const { measure, now, past, before } = view;
  const amount = (value: bigint) => amountText(value, measure, locale);
  const exact = (value: bigint) => exactAmountText(value, measure, locale);
  const share = (bps: number | null) => (bps === null ? t("box.none") : percentOf(bps, locale));
  const fraction = (of: PeriodShare, href: string) => (
    <Anchor href={href}>
      {t(`fraction.${measure}`, { part: amount(of.borderAmount), whole: amount(of.wholeAmount) })}
    </Anchor>
  );
  const whole = view.isRunning ? view.months.slice(0, -1) : view.months;
  const counted = whole.filter(({ share: of }) => of?.shownBps != null);
  const reached = counted.filter(({ share: of }) => of?.line.isReached).length;
  const firstMonth = counted[0]?.month;
  const { isReached, spare, missing } = now.line;
  const day = (text: typeof before.from) => formatDay(text, locale, true);
  const hasShare = now.borderHubShareBps !== null;
  return (
    <WaybillGrid
      columns={5}
      isTight
      hasFigures
      boxes={[
        {
          number: 1,
          label: <TermLink term="share">{t("box.now")}</TermLink>,
          value: share(now.shownBps),
          detail: fraction(now, links.border),
        },
        {
          number: 2,
          label: <TermLink term="line">{isReached ? t("box.over") : t("box.under")}</TermLink>,
          value: hasShare
            ? t("box.points", { points: pointsOf((now.borderHubShareBps ?? 0) - BORDER_SHARE_LINE_BPS, locale) })
            : t("box.none"),
          detail:
            hasShare &&
            (isReached
              ? t(`spare.${measure}`, { amount: amount(spare), count: Number(spare) })
              : t(`missing.${measure}`, { amount: amount(missing) })),
        },
        {
          number: 3,
          label: (
            <TermLink term="comparison">{t("box.before", { from: day(before.from), to: day(before.to) })}</TermLink>
          ),
          value: share(past.shownBps),
          detail: fraction(past, links.past),
        },
        {
          number: 4,
          label: <TermLink term="line">{t("box.months")}</TermLink>,
          value: t("monthsOf", { measure, reached, counted: counted.length }),
          detail:
            firstMonth !== undefined &&
            t(view.isRunning ? "monthsSinceRunning" : "monthsSince", { month: monthName(firstMonth, locale) }),
        },
        {
          number: 5,
          label: <TermLink term="counted">{t("box.data")}</TermLink>,
          value: (
            <span className="data-complete">
              <Icon name="circle-check" />
              {t("sums")}
            </span>
          ),
          detail: (
            <>
              {t("sumCheck", {
                border: exact(now.borderAmount),
                rest: exact(now.wholeAmount - now.borderAmount),
                whole: exact(now.wholeAmount),
              })}
              <br />
              {recount}
            </>
          ),
        },
      ]}
    />
  );
}

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
        points={view.months.map(({ month, share }, at) => ({
          month,
          isRunning: view.isRunning && at === view.months.length - 1,
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
  return (
    <Panel
      title={t("panel.change")}
      tools={<TermLinks terms={["share", "comparison"]} />}
      aside={t("panel.changeAside")}
    >
      {byHub === null ? (
        <p>{t("panel.noChange")}</p>
      ) : (
        <ChangeWaterfall
          before={{ label: t("panel.until", { day: until(view.before) }), bps: byHub.beforeBps }}
          after={{ label: t("panel.until", { day: until(view.period) }), bps: byHub.afterBps }}
          steps={byHub.hubs.map((hub) => ({
            name: hubNameOf(view.hubs.get(hub.hubId), locale, hub.hubId),
            changeBps: hub.changeBps,
          }))}
          lineBps={BORDER_SHARE_LINE_BPS}
          table={{
            summary: t("steps.summary"),
            caption: t("caption.steps"),
            heads: [t("steps.hub"), t("steps.points")],
          }}
        />
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
          ...placeNamesOf(view.hubs.get(hub.hubId) ?? { nameEn: hub.hubId, nameZh: hub.hubId }),
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
