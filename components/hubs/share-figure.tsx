import { Drawing, type Shape } from "@/components/ui/drawing";

export type ShareMonth = {
  /** The month in the reader's words. */
  readonly name: string;
  /** What the table calls it, where that is more. */
  readonly head?: string;
  readonly part: string;
  readonly whole: string;
  /** The share as a text, which the table says. */
  readonly share: string;
  /** Its point on the line; none where nothing was counted, and of the month that runs. */
  readonly at?: { readonly bps: number; readonly isReached: boolean };
};

type ShareFigureProps = {
  /** What the chart shows, in a sentence. */
  readonly name: string;
  readonly lineBps: number;
  /** At the axis, and beside the line. */
  readonly lineWords: readonly [tick: string, label: string];
  /** Where the axis starts and ends, and its grid lines beside the line. */
  readonly axis: readonly [low: number, high: number];
  readonly ticks: readonly (readonly [bps: number, words: string])[];
  /** At least one has a point. */
  readonly months: readonly ShareMonth[];
  /** The month that runs, in words below the chart; where its share is on the axis it has a point. */
  readonly soFar: {
    readonly index: number;
    readonly bps: number;
    readonly isDrawn: boolean;
    readonly words: string;
  } | null;
  readonly table: { readonly summary: string; readonly heads: readonly string[] };
};

type Frame = { readonly width: number; readonly height: number; readonly right: number; readonly isSmall: boolean };

const DESK: Frame = { width: 688, height: 236, right: 78, isSmall: false };
const PHONE: Frame = { width: 326, height: 190, right: 14, isSmall: true };
const LEFT = 44;
const TOP = 14;
const FOOT = 24;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The chart in both sizes and its table, made from one list of months there as on the server, so that a page carries it once. */
export function ShareFigure(props: ShareFigureProps) {
  const { months, table, soFar } = props;
  return (
    <figure className="chart">
      <div className="chart-desk">
        <ShareDrawing {...props} frame={DESK} />
      </div>
      <div className="chart-phone">
        <ShareDrawing {...props} frame={PHONE} />
      </div>
      {soFar && <p className="chart-note">{soFar.words}</p>}
      <details className="chart-table">
        <summary>{table.summary}</summary>
        <div className="data-table-scroll">
          <table className="data-table rows-dense">
            <thead>
              <tr>
                {table.heads.map((head, at) => (
                  <th key={head} scope="col" {...(at > 0 && { className: "num" })}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map(({ name, head = name, part, whole, share }) => (
                <tr key={name}>
                  <th scope="row">{head}</th>
                  <td className="num">{part}</td>
                  <td className="num">{whole}</td>
                  <td className="num">{share}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** One size of the chart. The axis need not start at zero: it says where it starts. */
function ShareDrawing({ frame, ...props }: ShareFigureProps & { readonly frame: Frame }) {
  const { name, lineBps, lineWords, axis, ticks, months, soFar } = props;
  const { width, height, right, isSmall } = frame;
  const [low, high] = axis;
  const x = (index: number) => tenth(LEFT + 8 + ((width - LEFT - 16 - right) * index) / Math.max(1, months.length - 1));
  const y = (bps: number) => tenth(TOP + ((height - TOP - FOOT) * (high - bps)) / (high - low));
  const end = width - right;
  const counted = months.flatMap(({ at, share }, index) => (at ? [{ ...at, share, index }] : []));
  const last = counted.at(-1) as (typeof counted)[number];
  const every = Math.ceil(months.length / (isSmall ? 2 : 7));
  // The line breaks where a month counted nothing.
  const isJoined = (index: number, i: number) => counted[i - 1]?.index === index - 1;
  const line = counted.map(({ index, bps }, i) => `${isJoined(index, i) ? "L" : "M"}${x(index)},${y(bps)}`);
  const shapes: Shape[] = [
    ["rect", "shade", LEFT, y(lineBps), end - LEFT, tenth(y(low) - y(lineBps))],
    ...ticks.flatMap(([tick, words]): Shape[] => [
      ["path", "axis", `M${LEFT} ${y(tick)}H${end}`],
      ["text", "", LEFT - 8, tenth(y(tick) + 4), "end", words],
    ]),
    ["text", "reference-label", LEFT - 8, tenth(y(lineBps) + 4), "end", lineWords[0]],
    ["path", "reference", `M${LEFT} ${y(lineBps)}H${end}`],
    ["path", "series stroke-c1", line.join("")],
    ...counted.slice(0, -1).map((one): Shape => {
      const look = one.isReached ? "share-dot" : "share-dot is-below";
      return ["circle", look, x(one.index), y(one.bps), 3.5];
    }),
    ["rect", "point stroke-c1", tenth(x(last.index) - 4.5), tenth(y(last.bps) - 4.5), 9, 9],
    ...(soFar?.isDrawn
      ? [["circle", "share-dot is-below share-so-far", x(soFar.index), y(soFar.bps), 3.5] as const]
      : []),
    ...(isSmall ? [] : endLabels({ x: end, share: y(last.bps), line: y(lineBps) }, [last.share, lineWords[1]])),
    ...months.flatMap((month, index): Shape[] => {
      if ((months.length - 1 - index) % every !== 0) return [];
      const anchor = isSmall && index === months.length - 1 ? "end" : "middle";
      return [["text", "", x(index), height - 5, anchor, month.name]];
    }),
  ];
  return <Drawing viewBox={`0 0 ${width} ${height}`} name={name} shapes={shapes} />;
}

// Where the share is close to the line the two labels would meet, so the line's steps aside.
const LEAST_GAP = 18;

type EndHeights = { readonly x: number; readonly share: number; readonly line: number };

function endLabels({ x, share, line }: EndHeights, [shareWords, lineWords]: readonly [string, string]): Shape[] {
  const gap = line - share;
  const aside = Math.abs(gap) >= LEAST_GAP ? 0 : (gap >= 0 ? 1 : -1) * (LEAST_GAP - Math.abs(gap));
  return [
    ["text", "series-label is-main", x + 6, tenth(share + 5), "", shareWords],
    ["text", "reference-label", x + 6, tenth(line + aside + 4), "", lineWords],
  ];
}
