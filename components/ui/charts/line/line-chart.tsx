import { ChartFigure } from "../chart-figure";
import { ChartKey } from "../chart-key";
import { LineDrawing } from "./line-drawing";
import type { Tone } from "../tone";

export type ChartPoint = { readonly x: number; readonly y: number };

export type LineSeries = {
  readonly id: string;
  /** Stands at the end of the line. */
  readonly label: string;
  readonly tone: Tone;
  readonly points: readonly ChartPoint[];
  /** The line the chart is about: thick, with a square at its end. */
  readonly isMain?: boolean;
};

export type LineChartData = {
  readonly series: readonly LineSeries[];
  /** Single values around a rolling line; hollow on the wrong side of the reference. */
  readonly dots?: { readonly tone: Tone; readonly points: readonly ChartPoint[] };
  readonly reference?: { readonly value: number; readonly label: string; readonly shaded: "below" | "above" };
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  /** Bars start at 0; a line may start higher, and its axis says so. */
  readonly yDomain?: readonly [number, number];
  readonly formatY: (y: number) => string;
  /** A short remark at one place of the main line: "first above, 6 Oct". */
  readonly remark?: { readonly x: number; readonly label: string };
};

type LineChartProps = LineChartData & {
  /** The whole chart as a sentence. */
  readonly name: string;
  readonly desk?: { readonly width: number; readonly height: number };
  readonly phone?: { readonly width: number; readonly height: number };
};

export function LineChart({ name, desk, phone, ...data }: LineChartProps) {
  return (
    <ChartFigure
      desk={desk}
      phone={phone}
      draw={(size) => <LineDrawing key={size.width} name={name} size={size} data={data} />}
    >
      {data.series.length > 1 && <ChartKey items={data.series} className="desk:hidden" />}
    </ChartFigure>
  );
}
