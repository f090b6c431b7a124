import { useLocale, useTranslations } from "next-intl";
import { amountText } from "@/components/hubs/format-amount";
import { percentOf, pointsOf } from "@/components/hubs/share/format-bps";
import { formatDay } from "@/components/ui/time/format-time";
import { TermLink } from "./definitions";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import { amountOf, type PeriodShare, type TrafficMeasure } from "@/domain/hubs/traffic";
import type { TrafficPeriod } from "@/domain/hubs/traffic-period";

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
