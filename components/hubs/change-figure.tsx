import { Drawing, type Shape } from "@/components/ui/drawing";

/** One step from the share before to the share now, or one of both shares themselves: what it is called, from where to where, and how far in words. */
export type ChangeBar = readonly [label: string, from: number, to: number, value: string];

type ChangeFigureProps = {
  /** What it shows, in a sentence. */
  readonly name: string;
  readonly lineBps: number;
  readonly lineWords: string;
  /** The share before first and the share now last. */
  readonly bars: readonly ChangeBar[];
  readonly table: { readonly summary: string; readonly caption: string; readonly heads: readonly [string, string] };
};

const ROW = 25;
const BAR = 17;
const DESK = { width: 464, label: 144, value: 60 };
const PHONE = { width: 326, label: 136, value: 56 };

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The steps in both sizes and as a table, made from one list there as on the server, so that a page carries it once. */
export function ChangeFigure(props: ChangeFigureProps) {
  const { bars, table } = props;
  return (
    <>
      <figure className="chart waterfall">
        <div className="chart-desk">
          <BarDrawing {...props} frame={DESK} />
        </div>
        <div className="chart-phone">
          <BarDrawing {...props} frame={PHONE} />
        </div>
      </figure>
      <details className="chart-table">
        <summary>{table.summary}</summary>
        <table className="data-table rows-dense">
          <caption>{table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{table.heads[0]}</th>
              <th scope="col" className="num">
                {table.heads[1]}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.slice(1, -1).map(([label, , , value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function BarDrawing({ bars, lineBps, lineWords, name, frame }: ChangeFigureProps & { readonly frame: typeof DESK }) {
  const height = bars.length * ROW + 24;
  const isTotal = (index: number) => index === 0 || index === bars.length - 1;
  const levels = bars.flatMap(([, from, to], index) => (isTotal(index) ? [to] : [from, to])).concat(lineBps);
  const [low, high] = [Math.max(0, Math.min(...levels) - 100), Math.max(...levels) + 40];
  const room = frame.width - frame.label - frame.value;
  const x = (bps: number) => tenth(frame.label + (room * (Math.max(bps, low) - low)) / (high - low));
  const shapes = bars.flatMap(([label, start, end, value], index): Shape[] => {
    const [y, from, to] = [index * ROW + 3, x(start), x(end)];
    const kind = isTotal(index) ? "is-total" : "";
    const fill = isTotal(index) ? "fill-c1" : end > start ? "trend-up" : "trend-down";
    return [
      ["text", kind, 0, y + 14, "", label],
      ["rect", fill, Math.min(from, to), y, tenth(Math.max(1.5, Math.abs(to - from))), BAR],
      ["text", kind || "is-value", frame.width, y + 14, "end", value],
    ];
  });
  const ticks = bars.slice(0, -1).map(([, , to], index) => `M${x(to)} ${index * ROW + 3 + BAR}v${ROW - BAR}`);
  return (
    <Drawing
      viewBox={`0 0 ${frame.width} ${height}`}
      name={name}
      shapes={[
        ["path", "reference", `M${x(lineBps)} 0V${height - 20}`],
        ["path", "tick", ticks.join("")],
        ...shapes,
        ["text", "reference-label", x(lineBps), height - 5, "middle", lineWords],
      ]}
    />
  );
}
