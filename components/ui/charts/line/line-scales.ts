import { scaleLinear } from "d3-scale";
import type { ChartSize } from "../chart-figure";
import type { LineChartData } from "./line-chart";

const AXIS_PX = 40;
const LABEL_PX = 92;

export type LineScales = {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly yTicks: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const TICKS = 4;

export function lineScales(data: LineChartData, size: ChartSize): LineScales {
  const area = {
    left: AXIS_PX,
    right: size.width - (size.isPhone ? 14 : LABEL_PX),
    top: size.isPhone ? 22 : 14,
    bottom: size.height - 24,
  };
  const points = [...data.series.flatMap((series) => series.points), ...(data.dots?.points ?? [])];
  const xs = [...points.map((point) => point.x), ...data.xTicks.map((tick) => tick.x)];
  const ys = [...points.map((point) => point.y), ...(data.reference ? [data.reference.value] : [])];
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [area.left, area.right]);
  const y = scaleLinear(data.yDomain ?? [Math.min(...ys), Math.max(...ys)], [area.bottom, area.top]);
  if (!data.yDomain) y.nice(TICKS);
  return { x, y, yTicks: y.ticks(TICKS), ...area };
}
