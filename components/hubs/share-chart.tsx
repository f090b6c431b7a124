import { useLocale, useTranslations } from "next-intl";
import { ShareFigure } from "./share-figure";
import { monthName, percentOf } from "./share-figures";

export type SharePoint = {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Null where nothing was counted; `shownBps` is the same to a tenth of a percent. */
  readonly share: { readonly shareBps: number; readonly shownBps: number; readonly isReached: boolean } | null;
  /** Border hubs' part and the whole, as texts of the page's measure: "542", "1,286". */
  readonly part: string;
  readonly whole: string;
  /** Of the month that runs, whose share is not its last one. */
  readonly isRunning?: boolean;
};

type ShareChartProps = {
  readonly points: readonly SharePoint[];
  readonly lineBps: number;
};

// Grid lines every four points.
const STEP_BPS = 400;

/** The axis shows the line and every whole month, with a grid step of room on either side. */
function axisOf(counted: readonly number[], lineBps: number) {
  const shares = [lineBps, ...counted];
  const low = Math.max(0, Math.floor(Math.min(...shares) / STEP_BPS) * STEP_BPS);
  const high = Math.min(10_000, Math.ceil((Math.max(...shares) + 1) / STEP_BPS) * STEP_BPS);
  const every = Math.max(1, Math.ceil((high - low) / STEP_BPS / 6)) * STEP_BPS;
  const ticks = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, index) => low + index * every);
  return { low, high, ticks: ticks.filter((tick) => Math.abs(tick - lineBps) >= STEP_BPS / 2) };
}

/** The joint share of border hubs by month against the line; the side below the line is shaded. */
export function ShareChart({ points, lineBps }: ShareChartProps) {
  const t = useTranslations("hubs.share");
  const locale = useLocale();
  const all = points.flatMap(({ month, share, isRunning = false }, index) =>
    share === null ? [] : [{ ...share, month, index, isRunning }],
  );
  const whole = all.filter(({ isRunning }) => !isRunning);
  // Where no month is over yet, the one that runs is all there is.
  const counted = whole.length > 0 ? whole : all;
  const soFar = (whole.length > 0 && all.find(({ isRunning }) => isRunning)) || null;
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return <p>{t("empty")}</p>;
  const percent = (bps: number) => percentOf(bps, locale);
  const tickWords = (bps: number) => percentOf(bps, locale, 0);
  const { low, high, ticks } = axisOf(
    counted.map(({ shareBps }) => shareBps),
    lineBps,
  );
  const drawn = new Map(counted.map((one) => [one.index, one]));
  // A few orders of the month that runs say little, so it stretches no axis: beyond it no point is drawn, and words say its share.
  const nearest = soFar && Math.min(high, Math.max(low, soFar.shareBps));
  return (
    <ShareFigure
      name={t("title", {
        first: monthName(first.month, locale),
        firstShare: percent(first.shownBps),
        last: monthName(last.month, locale),
        lastShare: percent(last.shownBps),
        line: tickWords(lineBps),
        above: counted.filter(({ isReached }) => isReached).length,
        months: counted.length,
      })}
      {...{ lineBps, lineWords: [tickWords(lineBps), t("line")], axis: [low, high] }}
      ticks={ticks.map((tick) => [tick, tickWords(tick)])}
      months={points.map(({ month, share, part, whole, isRunning }, index) => {
        const name = monthName(month, locale);
        const point = drawn.get(index);
        return {
          ...{ name, part, whole, share: share === null ? t("none") : percent(share.shownBps) },
          ...(isRunning && { head: t("monthSoFar", { month: name }) }),
          ...(point && { at: { bps: point.shareBps, isReached: point.isReached } }),
        };
      })}
      soFar={
        soFar && {
          ...{ index: soFar.index, bps: nearest ?? 0, isDrawn: nearest === soFar.shareBps },
          words: t(nearest === soFar.shareBps ? "soFar" : "notDrawn", { share: percent(soFar.shownBps) }),
        }
      }
      table={{ summary: t("asTable"), heads: [t("month"), t("part"), t("whole"), t("joint")] }}
    />
  );
}
