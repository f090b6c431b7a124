import { useLocale, useTranslations } from "next-intl";
import { Drawing, type Shape } from "@/components/ui/drawing";
import { monthName, percentOf } from "./share-figures";

export type CountedMonth = {
  readonly month: string;
  readonly shareBps: number;
  readonly shownBps: number;
  readonly isReached: boolean;
  readonly index: number;
};
type ShareFrame = {
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly isSmall: boolean;
};

const LEFT = 44;
const TOP = 14;
const FOOT = 24;
// Grid lines every four points.
const STEP_BPS = 400;

type ShareDrawingProps = {
  readonly counted: readonly CountedMonth[];
  /** The month that runs, with the share that it has so far; null where none does. */
  readonly soFar: CountedMonth | null;
  readonly months: readonly string[];
  readonly lineBps: number;
  readonly name: string;
  readonly frame: ShareFrame;
};

/** The axis shows the line and every whole month, with a grid step of room on either side. */
function axisOf(counted: readonly CountedMonth[], lineBps: number): { low: number; high: number; ticks: number[] } {
  const shares = [lineBps, ...counted.map((point) => point.shareBps)];
  const low = Math.max(0, Math.floor(Math.min(...shares) / STEP_BPS) * STEP_BPS);
  const high = Math.min(10_000, Math.ceil((Math.max(...shares) + 1) / STEP_BPS) * STEP_BPS);
  const every = Math.max(1, Math.ceil((high - low) / STEP_BPS / 6)) * STEP_BPS;
  const ticks = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, index) => low + index * every);
  return { low, high, ticks: ticks.filter((tick) => tick === lineBps || Math.abs(tick - lineBps) >= STEP_BPS / 2) };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** One size of the chart. The axis need not start at zero: it says where it starts. */
function ShareDrawing({ counted, soFar, months, lineBps, name, frame }: ShareDrawingProps) {
  const t = useTranslations("hubs.share");
  const locale = useLocale();
  const { width, height, right, isSmall } = frame;
  const { low, high, ticks } = axisOf(counted, lineBps);
  const soFarWords = (isDrawn: boolean) =>
    t(isDrawn ? "soFar" : "notDrawn", { share: percentOf(soFar?.shownBps ?? 0, locale) });
  const x = (index: number) => tenth(LEFT + 8 + ((width - LEFT - 16 - right) * index) / Math.max(1, months.length - 1));
  const y = (bps: number) => tenth(TOP + ((height - TOP - FOOT) * (high - bps)) / (high - low));
  const end = width - right;
  const last = counted.at(-1) as CountedMonth;
  const every = Math.ceil(months.length / (isSmall ? 2 : 7));
  // The line breaks where a month counted nothing.
  const isJoined = (point: CountedMonth, i: number) => counted[i - 1]?.index === point.index - 1;
  const line = counted.map((point, i) => `${isJoined(point, i) ? "L" : "M"}${x(point.index)},${y(point.shareBps)}`);
  const shapes: Shape[] = [
    ["rect", "shade", LEFT, y(lineBps), end - LEFT, tenth(y(low) - y(lineBps))],
    ...ticks
      .filter((tick) => tick !== lineBps)
      .flatMap((tick): Shape[] => [
        ["path", "axis", `M${LEFT} ${y(tick)}H${end}`],
        ["text", "", LEFT - 8, tenth(y(tick) + 4), "end", percentOf(tick, locale, 0)],
      ]),
    ["text", "reference-label", LEFT - 8, tenth(y(lineBps) + 4), "end", percentOf(lineBps, locale, 0)],
    ["path", "reference", `M${LEFT} ${y(lineBps)}H${end}`],
    ["path", "series stroke-c1", line.join("")],
    ...counted.slice(0, -1).map((one): Shape => {
      const look = one.isReached ? "share-dot" : "share-dot is-below";
      return ["circle", look, x(one.index), y(one.shareBps), 3.5];
    }),
    ["rect", "point stroke-c1", tenth(x(last.index) - 4.5), tenth(y(last.shareBps) - 4.5), 9, 9],
    ...(soFar ? [soFarShape(soFar, { x: x(soFar.index), y, axis: [low, high], say: soFarWords })] : []),
    ...(isSmall
      ? []
      : endLabels({ x: end, share: y(last.shareBps), line: y(lineBps) }, [
          percentOf(last.shownBps, locale),
          t("line"),
        ])),
    ...months.flatMap((month, index): Shape[] => {
      if ((months.length - 1 - index) % every !== 0) return [];
      const anchor = isSmall && index === months.length - 1 ? "end" : "middle";
      return [["text", "", x(index), height - 5, anchor, monthName(month, locale)]];
    }),
  ];
  return <Drawing viewBox={`0 0 ${width} ${height}`} name={name} shapes={shapes} />;
}

type SoFarPlace = {
  readonly x: number;
  readonly y: (bps: number) => number;
  readonly axis: readonly [low: number, high: number];
  readonly say: (isDrawn: boolean) => string;
};

/** The month that runs. A few orders say little, so it stretches no axis: beyond it no point is drawn, and words say its share. */
function soFarShape({ shareBps }: CountedMonth, { x, y, axis: [low, high], say }: SoFarPlace): Shape {
  const nearest = Math.min(high, Math.max(low, shareBps));
  const isDrawn = nearest === shareBps;
  return [
    "g",
    "share-so-far",
    ...(isDrawn ? [["circle", "share-dot is-below", x, y(shareBps), 3.5] as const] : []),
    ["text", "", x, tenth(Math.max(TOP, y(nearest) - 8)), "end", say(isDrawn)],
  ];
}

// Where the share is close to the line the two labels would meet, so the line's steps aside.
const LEAST_GAP = 18;

type EndHeights = { readonly x: number; readonly share: number; readonly line: number };

function endLabels({ x, share, line }: EndHeights, [shareWords, lineWords]: readonly [string, string]): Shape[] {
  const gap = line - share;
  const aside = Math.abs(gap) >= LEAST_GAP ? 0 : (gap >= 0 ? 1 : -1) * (LEAST_GAP - Math.abs(gap));
  return [
    ["text", "series-label is-main", x + 6, tenth(share + 5), "", shareWords],
    ["text", "reference-label", x + 6, tenth(line + aside + 4), "", lineWords],
  ];
}

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

const DESK: ShareFrame = { width: 688, height: 236, right: 78, isSmall: false };
const PHONE: ShareFrame = { width: 326, height: 190, right: 14, isSmall: true };

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
  const name = t("title", {
    first: monthName(first.month, locale),
    firstShare: percentOf(first.shownBps, locale),
    last: monthName(last.month, locale),
    lastShare: percentOf(last.shownBps, locale),
    line: percentOf(lineBps, locale, 0),
    above: counted.filter(({ isReached }) => isReached).length,
    months: counted.length,
  });
  const drawing = { counted, soFar, months: points.map((point) => point.month), lineBps, name };
  return (
    <figure className="chart">
      <div className="chart-desk">
        <ShareDrawing {...drawing} frame={DESK} />
      </div>
      <div className="chart-phone">
        <ShareDrawing {...drawing} frame={PHONE} />
      </div>
      <details className="chart-table">
        <summary>{t("asTable")}</summary>
        <table className="data-table rows-dense">
          <thead>
            <tr>
              <th scope="col">{t("month")}</th>
              <th scope="col" className="num">
                {t("part")}
              </th>
              <th scope="col" className="num">
                {t("whole")}
              </th>
              <th scope="col" className="num">
                {t("joint")}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.month}>
                <th scope="row">
                  {point.isRunning
                    ? t("monthSoFar", { month: monthName(point.month, locale) })
                    : monthName(point.month, locale)}
                </th>
                <td className="num">{point.part}</td>
                <td className="num">{point.whole}</td>
                <td className="num">{point.share === null ? t("none") : percentOf(point.share.shownBps, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
