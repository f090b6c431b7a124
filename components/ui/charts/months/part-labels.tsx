import { rounded } from "../rounded";
import { spreadLabels } from "../spread-labels";
import type { MonthsScales } from "./months-scales";

type PartLabelsProps = {
  readonly labels: readonly { readonly id: string; readonly text: string; readonly y: number }[];
  readonly scales: MonthsScales;
};

const LABEL_GAP = 15;
const FONT_DROP = 4;

/** Names the parts beside the last column. */
export function PartLabels({ labels, scales }: PartLabelsProps) {
  const places = spreadLabels(
    labels.map((label) => label.y + FONT_DROP),
    LABEL_GAP,
    scales.bottom,
  );
  return labels.map((label, index) => (
    <text key={label.id} className="series-label" x={scales.right + 4} y={rounded(places[index] ?? label.y)}>
      {label.text}
    </text>
  ));
}
