import { ChartFigure } from "../chart-figure";
import { ChartKey } from "../chart-key";
import { MonthsDrawing } from "./months-drawing";
import type { Tone } from "../tone";

export type StackedMonthsData = {
  /** In order; `label` is short: "Nov", 11月. */
  readonly months: readonly {
    readonly id: string;
    readonly label: string;
    readonly values: Readonly<Record<string, number>>;
  }[];
  /** From the bottom up. */
  readonly series: readonly { readonly id: string; readonly label: string; readonly tone: Tone }[];
  readonly format: (value: number) => string;
};

type StackedMonthsProps = StackedMonthsData & {
  /** The whole chart as a sentence. */
  readonly name: string;
  readonly desk?: { readonly width: number; readonly height: number };
  readonly phone?: { readonly width: number; readonly height: number };
};

/** A column a month, its parts stacked. Beside the last column on a desk, below on a phone, the parts are named. */
export function StackedMonths({ name, desk, phone, ...data }: StackedMonthsProps) {
  return (
    <ChartFigure
      desk={desk}
      phone={phone}
      draw={(size) => <MonthsDrawing key={size.width} name={name} size={size} data={data} />}
    >
      <ChartKey items={data.series} className="desk:hidden" />
    </ChartFigure>
  );
}
