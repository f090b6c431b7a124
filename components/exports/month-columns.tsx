import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Tone } from "@/components/hubs/share-bar";
import { monthName } from "@/components/hubs/share-figures";
import { Panel } from "@/components/ui/blocks";
import { Drawing, type Shape } from "@/components/ui/drawing";
import { dateFormat, numberFormat } from "@/components/ui/format";

export type MonthColumn = {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Parts of the column from the foot up, in fen; null where the month may not be shown. */
  readonly parts: readonly (readonly [tone: Tone, minor: bigint])[] | null;
};

type Frame = { readonly width: number; readonly height: number; readonly every: number };

const DESK: Frame = { width: 688, height: 220, every: 1 };
const PHONE: Frame = { width: 326, height: 190, every: 3 };
const LEFT = 46;
const TOP = 24;
const FOOT = 24;
const RIGHT = 4;
const TICKS = 4;
const FEN_PER_THOUSAND = 100_000;
const GAP = 0.3;

const tenth = (value: number): number => Math.round(value * 10) / 10;
const heightOf = ({ parts }: MonthColumn): number => Number((parts ?? []).reduce((all, [, minor]) => all + minor, 0n));

/** The next round number above: 1, 2 or 5 with zeros. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return (([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) as number) * power;
}

/** What was sold to other countries month by month, from zero; of a month that may not be shown there is no column. */
function MonthColumns({ columns }: { readonly columns: readonly MonthColumn[] }) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const best = [...columns].sort((a, b) => heightOf(b) - heightOf(a))[0];
  if (!best || heightOf(best) === 0) return null;
  const name = t("chart", {
    first: monthName(columns[0]?.month ?? "", locale),
    last: monthName(columns.at(-1)?.month ?? "", locale),
    most: numberFormat(locale, { maximumFractionDigits: 0 }).format(heightOf(best) / 100),
    best: monthName(best.month, locale),
    count: columns.filter(({ parts }) => parts === null).length,
  });
  return (
    <figure className="chart">
      <div className="chart-desk">
        <Columns {...{ columns, name }} frame={DESK} />
      </div>
      <div className="chart-phone">
        <Columns {...{ columns, name }} frame={PHONE} />
      </div>
    </figure>
  );
}

type ColumnsProps = { readonly columns: readonly MonthColumn[]; readonly name: string; readonly frame: Frame };

function Columns({ columns, name, frame }: ColumnsProps) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { width, height, every } = frame;
  const step = roundUp(Math.max(...columns.map(heightOf)) / FEN_PER_THOUSAND / TICKS);
  const high = step * TICKS;
  const y = (thousands: number) => tenth(TOP + ((height - TOP - FOOT) * (high - thousands)) / high);
  const slot = (width - LEFT - RIGHT) / columns.length;
  const x = (at: number) => tenth(LEFT + slot * (at + GAP / 2));
  const middle = (at: number) => tenth(LEFT + slot * (at + 0.5));
  const number = numberFormat(locale, {});
  const month = dateFormat(locale, { month: "short", timeZone: "UTC" });
  const shapes: Shape[] = [
    ["text", "", 0, 12, "start", t("axis")],
    ...Array.from({ length: TICKS + 1 }, (_, at) => at * step).flatMap((tick): Shape[] => [
      ["path", tick === 0 ? "axis-strong" : "axis", `M${LEFT} ${y(tick)}H${width - RIGHT}`],
      ["text", "", LEFT - 6, tenth(y(tick) + 4), "end", number.format(tick)],
    ]),
    ...columns.flatMap(({ parts }, at): Shape[] => {
      let from = 0;
      return (parts ?? []).map(([tone, minor]): Shape => {
        const to = from + Number(minor) / FEN_PER_THOUSAND;
        const rect = [x(at), y(to), tenth(slot * (1 - GAP)), Math.max(0, tenth(y(from) - y(to)))] as const;
        from = to;
        return ["rect", `fill-${tone}`, ...rect];
      });
    }),
    ...columns.flatMap((column, at): Shape[] =>
      (columns.length - 1 - at) % every === 0
        ? [["text", "", middle(at), height - 6, "middle", month.format(new Date(`${column.month}-01T00:00:00Z`))]]
        : [],
    ),
  ];
  return <Drawing viewBox={`0 0 ${width} ${height}`} name={name} shapes={shapes} />;
}

type MonthsPanelProps = {
  readonly columns: readonly MonthColumn[];
  /** What the colours mean, where there are two. */
  readonly legend?: ReactNode;
  /** The same figures as a table. */
  readonly children: ReactNode;
};

/** The months as columns, and the table of them beside. */
export function MonthsPanel({ columns, legend, children }: MonthsPanelProps) {
  const t = useTranslations("exports.panel");
  return (
    <Panel id="months" title={t("months")} aside={t("monthsAside")} isFlush>
      <div className="traffic-grid">
        <div className="panel-body">
          <MonthColumns columns={columns} />
          {legend}
        </div>
        {children}
      </div>
    </Panel>
  );
}
