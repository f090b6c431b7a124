import { line } from "d3-shape";
import type { ChartSize } from "../chart-figure";
import { EndLabels } from "./end-labels";
import type { ChartPoint, LineChartData, LineSeries } from "./line-chart";
import { LineGround } from "./line-ground";
import { type LineScales, lineScales } from "./line-scales";
import { rounded } from "../rounded";

type LineDrawingProps = { readonly name: string; readonly size: ChartSize; readonly data: LineChartData };

const END_PX = 9;

export function LineDrawing({ name, size, data }: LineDrawingProps) {
  const scales = lineScales(data, size);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={name}>
      <LineGround data={data} scales={scales} isPhone={size.isPhone} />
      {data.dots?.points.map((point) => (
        <circle
          key={point.x}
          className={
            isWrongSide(point, data) ? `dot is-hollow stroke-${data.dots?.tone}` : `dot fill-${data.dots?.tone}`
          }
          cx={rounded(scales.x(point.x))}
          cy={rounded(scales.y(point.y))}
          r="3"
        />
      ))}
      {data.series.map((series) => (
        <SeriesLine key={series.id} series={series} scales={scales} />
      ))}
      <EndLabels data={data} scales={scales} isPhone={size.isPhone} />
    </svg>
  );
}

function isWrongSide(point: ChartPoint, { reference }: LineChartData): boolean {
  if (!reference) return false;
  return reference.shaded === "below" ? point.y < reference.value : point.y > reference.value;
}

function SeriesLine({ series, scales }: { readonly series: LineSeries; readonly scales: LineScales }) {
  const path = line<ChartPoint>(
    (point) => scales.x(point.x),
    (point) => scales.y(point.y),
  ).digits(1);
  const end = series.points.at(-1);
  return (
    <>
      <path
        className={series.isMain ? `series stroke-${series.tone}` : `series is-thin stroke-${series.tone}`}
        d={path(series.points) ?? ""}
      />
      {series.isMain && end && (
        <rect
          className={`point stroke-${series.tone}`}
          x={rounded(scales.x(end.x) - END_PX / 2)}
          y={rounded(scales.y(end.y) - END_PX / 2)}
          width={END_PX}
          height={END_PX}
        />
      )}
    </>
  );
}
