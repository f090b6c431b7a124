import { BORDER_SHARE_LINE_BPS, type PeriodShare } from "@/domain/hubs/traffic";
import type { TrafficReview } from "@/views/traffic";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { amountText, exactAmountText, monthName, percentOf, pointsOf } from "@/components/hubs/share-figures";
import { Anchor } from "@/components/ui/anchor";
import { Icon } from "@/components/ui/icons/icon";
import { formatDay } from "@/components/ui/time/format-time";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { TermLink } from "./definitions";

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
  const counted = view.months.filter(({ share: of }) => of?.shownBps != null);
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
          value: t("monthsOf", { reached, counted: counted.length }),
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
