import { stack } from "d3-shape";
import type { ChartSize } from "../chart-figure";
import { rounded } from "../rounded";
import { MonthLabels } from "./month-labels";
import { type Month, type MonthsScales, monthsScales } from "./months-scales";
import { PartLabels } from "./part-labels";
import type { StackedMonthsData } from "./stacked-months";

type MonthsDrawingProps = { readonly name: string; readonly size: ChartSize; readonly data: StackedMonthsData };

export function MonthsDrawing({ name, size, data }: MonthsDrawingProps) {
  const scales = monthsScales(data.months, size);
  const { x, y } = scales;
  const layers = stack<Month>()
    .keys(data.series.map((series) => series.id))
    .value((month, id) => month.values[id] ?? 0)([...data.months]);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={name}>
      <Ground scales={scales} format={data.format} />
      {layers.map((layer, index) => (
        <g key={layer.key} className={`fill-${data.series[index]?.tone}`}>
          {layer.map((part) => (
            <rect
              key={part.data.id}
              x={rounded(x(part.data.id) ?? 0)}
              y={rounded(y(part[1]))}
              width={rounded(x.bandwidth())}
              height={rounded(Math.max(0, y(part[0]) - y(part[1]) - 1))}
            />
          ))}
        </g>
      ))}
      <MonthLabels data={data} scales={scales} isPhone={size.isPhone} />
      {!size.isPhone && (
        <PartLabels
          labels={layers.map((layer, index) => {
            const [low, high] = layer.at(-1) ?? [0, 0];
            return { id: layer.key, text: data.series[index]?.label ?? "", y: (y(low) + y(high)) / 2 };
          })}
          scales={scales}
        />
      )}
    </svg>
  );
}

type GroundProps = { readonly scales: MonthsScales; readonly format: (value: number) => string };

function Ground({ scales, format }: GroundProps) {
  return scales.yTicks.map((value) => (
    <g key={value}>
      <path
        className={value === 0 ? "axis-strong" : "axis"}
        d={`M${scales.left} ${rounded(scales.y(value))}H${scales.right}`}
      />
      <text x={scales.left - 8} y={rounded(scales.y(value) + 4)} textAnchor="end">
        {format(value)}
      </text>
    </g>
  ));
}
