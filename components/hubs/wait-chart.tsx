import { useSentences } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { Drawing, type Shape } from "@/components/ui/drawing";
import { formatTime } from "@/components/ui/time/format-time";
import type { Span } from "@/domain/hubs/board/opening-hours";
import type { WaitAhead } from "@/domain/hubs/board/waits-ahead";
import { useWaitWords } from "./outlook-panel";

type WaitChartProps = {
  /** From now on, as time passes. */
  readonly ahead: readonly WaitAhead[];
  readonly closed: readonly Span[];
  /** The hub's own. */
  readonly zone: string;
};

type Frame = { readonly width: number; readonly height: number; readonly everyDays: number };

// So far apart that dates do not touch in any language, also where the chart begins in the evening of a day.
const DESK: Frame = { width: 560, height: 200, everyDays: 3 };
const PHONE: Frame = { width: 326, height: 180, everyDays: 5 };
const LEFT = 44;
const RIGHT = 14;
const TOP = 12;
const FOOT = 24;
const DAY_HOURS = 24;
const CLOSED_LABEL_WIDTH = 36;

const queueOf = ({ queueHours }: WaitAhead): number => queueHours ?? 0;
const totalOf = (one: WaitAhead): number => queueOf(one) + one.closedHours;

/** The wait by the time of arrival, the queue apart, with the times shaded in which the border is closed by announcement. */
export function WaitChart({ ahead, closed, zone }: WaitChartProps) {
  const t = useTranslations("hub-board.page");
  const words = useWaitWords(zone);
  const name = useSentences()(
    t("aheadName", {
      most: words.number(Math.max(0, ...ahead.map(totalOf))),
      queue: words.number(Math.max(0, ...ahead.map(queueOf))),
    }),
    t("aheadClosed", { count: closed.length }),
  );
  return (
    <figure className="chart">
      <div className="chart-desk">
        <WaitDrawing {...{ ahead, closed, zone, name }} frame={DESK} />
      </div>
      <div className="chart-phone">
        <WaitDrawing {...{ ahead, closed, zone, name }} frame={PHONE} />
      </div>
    </figure>
  );
}

/** Grid lines at whole days of waiting, four at the most. */
function axisOf(ahead: readonly WaitAhead[]): { high: number; ticks: number[] } {
  const most = Math.max(DAY_HOURS, ...ahead.map(totalOf));
  const step = Math.ceil(most / DAY_HOURS / 4) * DAY_HOURS;
  const high = Math.ceil(most / step) * step;
  return { high, ticks: Array.from({ length: high / step + 1 }, (_, index) => index * step) };
}

type DrawingProps = WaitChartProps & { readonly name: string; readonly frame: Frame };

function WaitDrawing({ ahead, closed, zone, name, frame }: DrawingProps) {
  const t = useTranslations("hub-board.page");
  const locale = useLocale();
  const { width, height, everyDays } = frame;
  const { high, ticks } = axisOf(ahead);
  const [start, end] = [ahead[0]?.arrivesAt ?? 0, ahead.at(-1)?.arrivesAt ?? 1];
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const within = (at: number) => Math.min(end, Math.max(start, at));
  const x = (at: number) => tenth(LEFT + ((width - LEFT - RIGHT) * (within(at) - start)) / Math.max(1, end - start));
  const y = (hours: number) => tenth(TOP + ((height - TOP - FOOT) * (high - hours)) / high);
  const shaded = closed.map(({ from, to }) => ({ from: x(from), to: x(to) })).filter(({ from, to }) => to > from);
  const line = (hoursOf: (one: WaitAhead) => number) =>
    ahead.map((one, at) => `${at === 0 ? "M" : "L"}${x(one.arrivesAt)},${y(hoursOf(one))}`).join("");
  const firsts = ahead.filter(({ day }, at) => day !== ahead[at - 1]?.day);
  const days = firsts.filter((_, at) => at % everyDays === 0);
  const shapes: Shape[] = [
    ...shaded.flatMap(({ from, to }): Shape[] => [
      ["rect", "board-closed", from, TOP, tenth(to - from), height - TOP - FOOT],
      ...(to - from > CLOSED_LABEL_WIDTH
        ? [["text", "board-closed-label", tenth((from + to) / 2), TOP + 12, "middle", t("closedMark")] as const]
        : []),
    ]),
    ...ticks.flatMap((tick): Shape[] => [
      ["path", "axis", `M${LEFT} ${y(tick)}H${width - RIGHT}`],
      ["text", "", LEFT - 8, tenth(y(tick) + 4), "end", String(tick)],
    ]),
    ["path", "series stroke-c1", line(totalOf)],
    ["path", "series is-thin stroke-c2", line(queueOf)],
    ...days.map(({ arrivesAt }, at): Shape => {
      const day = formatTime(arrivesAt, { locale, zone, shape: "day" });
      return ["text", "", x(arrivesAt), height - 5, at === 0 ? "start" : "middle", day];
    }),
  ];
  return <Drawing viewBox={`0 0 ${width} ${height}`} name={name} shapes={shapes} />;
}
