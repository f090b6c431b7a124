import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from "d3-scale";
import type { ChartSize } from "../chart-figure";
import type { StackedMonthsData } from "./stacked-months";

export type Month = StackedMonthsData["months"][number];

export type MonthsScales = {
  readonly x: ScaleBand<string>;
  readonly y: ScaleLinear<number, number>;
  readonly yTicks: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
};

const AXIS_PX = 40;
const LABEL_PX = 112;
const TOP = 20;
const TICKS = 4;

export const totalOf = (month: Month): number => Object.values(month.values).reduce((all, value) => all + value, 0);

export function monthsScales(months: readonly Month[], size: ChartSize): MonthsScales {
  const [left, right] = [AXIS_PX, size.width - (size.isPhone ? 2 : LABEL_PX)];
  const bottom = size.height - 22;
  const ids = months.map((month) => month.id);
  const x = scaleBand(ids, [left, right]).padding(0.28);
  const y = scaleLinear([0, Math.max(1, ...months.map(totalOf))], [bottom, TOP]).nice(TICKS);
  return { x, y, yTicks: y.ticks(TICKS), left, right, bottom };
}
