import { useLocale, useTranslations } from "next-intl";
import { percentOf } from "./format-bps";
import { monthName } from "../month-name";
import { ShareDrawing, type ShareFrame } from "./share-drawing";

export type SharePoint = {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Null where nothing was counted; `shownBps` is the same to a tenth of a percent. */
  readonly share: { readonly shareBps: number; readonly shownBps: number; readonly isReached: boolean } | null;
  /** Border hubs' part and the whole, as texts of the page's measure: "542", "1,286". */
  readonly part: string;
  readonly whole: string;
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
  const counted = points.flatMap(({ month, share }, index) => (share === null ? [] : [{ ...share, month, index }]));
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
  const drawing = { counted, months: points.map((point) => point.month), lineBps, name };
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
                <th scope="row">{monthName(point.month, locale)}</th>
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
