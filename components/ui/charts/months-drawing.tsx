import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { ChartSize } from "./chart-figure";
import { rounded } from "./rounded";
import { spreadLabels } from "./spread-labels";
import type { StackedMonthsData } from "./stacked-months";

type MonthsDrawingProps = { readonly name: string; readonly size: ChartSize; readonly data: StackedMonthsData };
type Month = StackedMonthsData["months"][number];

const LABEL_PX = 112;
const LABEL_GAP = 15;
const TICKS = 4;
const MOST_PHONE_LABELS = 6;

const totalOf = (month: Month): number => Object.values(month.values).reduce((all, value) => all + value, 0);

export function MonthsDrawing({ name, size, data }: MonthsDrawingProps) {
  const area = { left: 40, right: size.width - (size.isPhone ? 2 : LABEL_PX), top: 20, bottom: size.height - 22 };
  const x = scaleBand(
    data.months.map((month) => month.id),
    [area.left, area.right],
  ).padding(0.28);
  const y = scaleLinear([0, Math.max(1, ...data.months.map(totalOf))], [area.bottom, area.top]).nice(TICKS);
  const layers = stack<Month>()
    .keys(data.series.map((series) => series.id))
    .value((month, id) => month.values[id] ?? 0)([...data.months]);
  const every = size.isPhone ? Math.ceil(data.months.length / MOST_PHONE_LABELS) : 1;
  const middle = (month: Month): number => rounded((x(month.id) ?? 0) + x.bandwidth() / 2);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={name}>
      {y.ticks(TICKS).map((value) => (
        <g key={value}>
          <path
            className={value === 0 ? "axis-strong" : "axis"}
            d={`M${area.left} ${rounded(y(value))}H${area.right}`}
          />
          <text x={area.left - 8} y={rounded(y(value) + 4)} textAnchor="end">
            {data.format(value)}
          </text>
        </g>
      ))}
      {layers.map((layer, index) => (
        <g key={layer.key} className={`fill-${data.series[index]?.tone}`}>
          {layer.map((part, at) => (
            <rect
              key={data.months[at]?.id}
              x={rounded(x(data.months[at]?.id ?? "") ?? 0)}
              y={rounded(y(part[1]))}
              width={rounded(x.bandwidth())}
              height={rounded(Math.max(0, y(part[0]) - y(part[1]) - 1))}
            />
          ))}
        </g>
      ))}
      {data.months.map((month, index) => (
        <g key={month.id} textAnchor="middle">
          {!size.isPhone && (
            <text className="column-total" x={middle(month)} y={rounded(y(totalOf(month)) - 6)}>
              {data.format(totalOf(month))}
            </text>
          )}
          {(data.months.length - 1 - index) % every === 0 && (
            <text x={middle(month)} y={area.bottom + 17}>
              {month.label}
            </text>
          )}
        </g>
      ))}
      {!size.isPhone && (
        <PartLabels
          labels={layers.map((layer, index) => {
            const last = layer.at(-1) ?? [0, 0];
            return { id: layer.key, text: data.series[index]?.label ?? "", y: (y(last[0]) + y(last[1])) / 2 + 4 };
          })}
          x={area.right + 4}
          bottom={area.bottom}
        />
      )}
    </svg>
  );
}

type PartLabelsProps = {
  readonly labels: readonly { readonly id: string; readonly text: string; readonly y: number }[];
  readonly x: number;
  readonly bottom: number;
};

function PartLabels({ labels, x, bottom }: PartLabelsProps) {
  const places = spreadLabels(
    labels.map((label) => label.y),
    LABEL_GAP,
    bottom,
  );
  return labels.map((label, index) => (
    <text key={label.id} className="series-label" x={x} y={rounded(places[index] ?? label.y)}>
      {label.text}
    </text>
  ));
}
