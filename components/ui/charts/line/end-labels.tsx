import { rounded } from "../rounded";
import { spreadLabels } from "../spread-labels";
import type { LineChartData } from "./line-chart";
import type { LineScales } from "./line-scales";

type EndLabelsProps = { readonly data: LineChartData; readonly scales: LineScales; readonly isPhone: boolean };

const LABEL_GAP = 16;
const FONT_DROP = 5;
const ABOVE_POINT = -11;

/** Beside the ends of the lines. A phone has no room there: one label stands above its line, several go to a key. */
export function EndLabels({ data, scales, isPhone }: EndLabelsProps) {
  if (isPhone && data.series.length > 1) return null;
  const ends = data.series.flatMap((series) => {
    const end = series.points.at(-1);
    return end ? [{ id: series.id, label: series.label, isMain: series.isMain ?? false, y: scales.y(end.y) }] : [];
  });
  const reference = isPhone ? undefined : data.reference;
  const labels = reference
    ? [...ends, { id: "reference", label: reference.label, isMain: false, y: scales.y(reference.value) }]
    : ends;
  const places = spreadLabels(
    labels.map((label) => label.y + (isPhone ? ABOVE_POINT : FONT_DROP)),
    LABEL_GAP,
    scales.bottom,
  );
  return labels.map((label, index) => (
    <text
      key={label.id}
      className={label.isMain ? "series-label is-main" : "series-label"}
      x={isPhone ? scales.right + 6 : scales.right + 11}
      y={rounded(places[index] ?? label.y)}
      textAnchor={isPhone ? "end" : "start"}
    >
      {label.label}
    </text>
  ));
}
