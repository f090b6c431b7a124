import { useLocale, useTranslations } from "next-intl";
import { Drawing, type Shape } from "@/components/ui/drawing";
import { percentOf, pointsOf } from "./share-figures";

export type ChangeStep = {
  readonly id: string;
  /** A hub's or corridor's name in the reader's language. */
  readonly name: string;
  readonly changeBps: number;
};

type ChangeWaterfallProps = {
  readonly before: { readonly label: string; readonly bps: number };
  readonly after: { readonly label: string; readonly bps: number };
  /** They sum to the difference of the two shares. */
  readonly steps: readonly ChangeStep[];
  readonly lineBps: number;
};

type Bar = {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
};

const ROW = 25;
const BAR = 17;
const DESK = { width: 464, label: 144, value: 60 };
const PHONE = { width: 326, label: 136, value: 56 };

/** From the share before to the share after, step by step, in points that sum to the printed difference. */
export function ChangeWaterfall({ before, after, steps, lineBps }: ChangeWaterfallProps) {
  const t = useTranslations("hubs.change");
  const locale = useLocale();
  const bars: Bar[] = [{ key: "before", label: before.label, from: 0, to: before.bps, isTotal: true }];
  let level = before.bps;
  for (const step of steps.filter((one) => one.changeBps !== 0)) {
    bars.push({ key: step.id, label: step.name, from: level, to: level + step.changeBps, isTotal: false });
    level += step.changeBps;
  }
  bars.push({ key: "after", label: after.label, from: 0, to: after.bps, isTotal: true });
  const name = t("title", {
    before: percentOf(before.bps, locale),
    after: percentOf(after.bps, locale),
    change: pointsOf(after.bps - before.bps, locale),
  });
  return (
    <figure className="chart waterfall">
      <div className="chart-desk">
        <BarDrawing bars={bars} lineBps={lineBps} name={name} frame={DESK} />
      </div>
      <div className="chart-phone">
        <BarDrawing bars={bars} lineBps={lineBps} name={name} frame={PHONE} />
      </div>
    </figure>
  );
}

type DrawingProps = {
  readonly bars: readonly Bar[];
  readonly lineBps: number;
  readonly name: string;
  readonly frame: typeof DESK;
};

const tenth = (value: number) => Math.round(value * 10) / 10;

function BarDrawing({ bars, lineBps, name, frame }: DrawingProps) {
  const t = useTranslations("hubs.change");
  const locale = useLocale();
  const height = bars.length * ROW + 24;
  const levels = bars.flatMap((bar) => (bar.isTotal ? [bar.to] : [bar.from, bar.to])).concat(lineBps);
  const [low, high] = [Math.max(0, Math.min(...levels) - 100), Math.max(...levels) + 40];
  const room = frame.width - frame.label - frame.value;
  const x = (bps: number) => tenth(frame.label + (room * (Math.max(bps, low) - low)) / (high - low));
  const fill = (bar: Bar) => (bar.isTotal ? "fill-c1" : bar.to > bar.from ? "trend-up" : "trend-down");
  const shapes = bars.flatMap((bar, index): Shape[] => {
    const [y, from, to] = [index * ROW + 3, x(bar.from), x(bar.to)];
    const kind = bar.isTotal ? "is-total" : "";
    const value = bar.isTotal ? percentOf(bar.to, locale, 2) : pointsOf(bar.to - bar.from, locale);
    return [
      ["text", kind, 0, y + 14, "", bar.label],
      ["rect", fill(bar), Math.min(from, to), y, tenth(Math.max(1.5, Math.abs(to - from))), BAR],
      ...(index < bars.length - 1 ? [["path", "tick", `M${to} ${y + BAR}V${y + ROW}`] as const] : []),
      ["text", kind || "is-value", frame.width, y + 14, "end", value],
    ];
  });
  return (
    <Drawing
      viewBox={`0 0 ${frame.width} ${height}`}
      name={name}
      shapes={[
        ["path", "reference", `M${x(lineBps)} 0V${height - 20}`],
        ...shapes,
        ["text", "reference-label", x(lineBps), height - 5, "middle", t("line")],
      ]}
    />
  );
}
