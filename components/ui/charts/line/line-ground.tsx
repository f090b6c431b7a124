import type { LineChartData } from "./line-chart";

import type { LineScales } from "./line-scales";
import { rounded } from "../rounded";

type LineGroundProps = { readonly data: LineChartData; readonly scales: LineScales; readonly isPhone: boolean };

const FONT_DROP = 4;

/** Axes, the reference with its shaded side, and the remark: what stands behind the lines. */
export function LineGround({ data, scales, isPhone }: LineGroundProps) {
  const { reference } = data;
  const { x, y, left, right, bottom } = scales;
  const isEven = (index: number) => (data.xTicks.length - 1 - index) % 2 === 0;
  const ticks = isPhone && data.xTicks.length > 3 ? data.xTicks.filter((_, index) => isEven(index)) : data.xTicks;
  const rows = scales.yTicks.filter((value) => value !== reference?.value);
  return (
    <>
      {reference && <Shade y={y(reference.value)} shaded={reference.shaded} scales={scales} />}
      {rows.map((value) => (
        <g key={value}>
          <path className="axis" d={`M${left} ${rounded(y(value))}H${right}`} />
          <text x={left - 8} y={rounded(y(value) + FONT_DROP)} textAnchor="end">
            {data.formatY(value)}
          </text>
        </g>
      ))}
      {reference && (
        <>
          <path className="reference" d={`M${left} ${rounded(y(reference.value))}H${right}`} />
          <text className="reference-label" x={left - 8} y={rounded(y(reference.value) + FONT_DROP)} textAnchor="end">
            {data.formatY(reference.value)}
          </text>
          {isPhone && (
            <text className="series-label" x={left + 6} y={rounded(y(reference.value) - 6)}>
              {reference.label}
            </text>
          )}
        </>
      )}
      {ticks.map((tick, index) => (
        <text
          key={tick.x}
          x={rounded(x(tick.x))}
          y={bottom + 19}
          textAnchor={index === 0 ? "start" : isPhone && index === ticks.length - 1 ? "end" : "middle"}
        >
          {tick.label}
        </text>
      ))}
      {data.remark && <Remark data={data} remark={data.remark} scales={scales} />}
    </>
  );
}

type ShadeProps = { readonly y: number; readonly shaded: "below" | "above"; readonly scales: LineScales };

function Shade({ y, shaded, scales }: ShadeProps) {
  const [from, to] = shaded === "below" ? [y, scales.bottom] : [scales.top, y];
  return (
    <rect
      className="shade"
      x={scales.left}
      y={rounded(from)}
      width={scales.right - scales.left}
      height={rounded(Math.max(0, to - from))}
    />
  );
}

type RemarkProps = {
  readonly data: LineChartData;
  readonly remark: NonNullable<LineChartData["remark"]>;
  readonly scales: LineScales;
};

function Remark({ data, remark, scales }: RemarkProps) {
  const main = data.series.find((series) => series.isMain) ?? data.series[0];
  const point = main?.points.find((candidate) => candidate.x === remark.x);
  if (!point) return null;
  const [px, py] = [rounded(scales.x(point.x)), rounded(scales.y(point.y))];
  return (
    <>
      <path className="tick" d={`M${px} ${py + 6}V${py + 26}`} />
      <text x={px} y={py + 40} textAnchor="middle">
        {remark.label}
      </text>
    </>
  );
}
