import { type Comparison, comparisonOf, neighbours, percentile, type Round, type Summary, summaryOf } from "./figures";
import type { Dialect, Line, Size, Target } from "./lines";

/** What the rounds of one side of a line came to, with eight clients and with one. */
export type Sided = { readonly name: string; readonly eight: readonly Round[]; readonly one: readonly Round[] };
export type Driven = { readonly line: Line; readonly sides: readonly Sided[] };

/** Statements of one act, and which share of the write's transactions was lost to conflicts; counted on PostgreSQL's wire. */
export type OnWire = { readonly statements: number; readonly lost: number | null };

/** A line as a ratio to something bare, and from which share of it on it is good. */
export type Measured = Comparison & {
  readonly name: string;
  readonly unit: string;
  readonly floor: number;
  readonly goal: number;
};

export type Verdict = "goal" | "floor" | "below";

/** Costs are better when lower. */
export function verdictOf(value: number, aim: { floor: number; goal?: number }, isCost: boolean): Verdict {
  const reaches = (mark: number) => (isCost ? value <= mark : value >= mark);
  if (reaches(aim.goal ?? aim.floor)) return "goal";
  return reaches(aim.floor) ? "floor" : "below";
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
const times = (ratio: number): string => `×${ratio.toFixed(2)}`;

/** Columns as wide as what they hold; the first to the left, the others to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const print = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return [heads, ...rows].map(print).join("\n");
}

const UNITS = { rate: "/s", perCore: "/s a core", p50Ms: " ms" } as const;
const SIZES: readonly Size[] = ["10k", "100k", "1m"];

/** What a line has to be on that database and at that size. */
function targetOf(line: Line, dialect: Dialect, size: Size): Target | undefined {
  const target = line.targets[dialect];
  return target && SIZES.indexOf(size) >= SIZES.indexOf(target.from ?? "10k") ? target : undefined;
}

/** What a visitor waits is with one client; how much is done, with eight. */
const valueOf = ({ eight, one }: Sided, { of }: Target): number => summaryOf(of === "p50Ms" ? one : eight)[of];

type Where = { readonly dialect: Dialect; readonly size: Size };

/** What each line does on one side, and where it stands beside its floor and goal. */
export function linesTable(driven: readonly Driven[], { dialect, size }: Where, counts: ReadonlyMap<string, OnWire>) {
  const waits = ({ p50Ms, p95Ms }: Summary) => `${figure(p50Ms)} / ${figure(p95Ms)}`;
  const rows = driven.flatMap(({ line, sides: [ours] }) => {
    if (!ours) return [];
    const [eight, one, count] = [summaryOf(ours.eight), summaryOf(ours.one), counts.get(line.name)];
    const target = targetOf(line, dialect, size);
    const aims = target
      ? [
          `${target.floor}${UNITS[target.of]}`,
          `${target.goal ?? "-"}`,
          verdictOf(valueOf(ours, target), target, target.of === "p50Ms"),
        ]
      : ["-", "-", "-"];
    return [
      [
        line.name,
        figure(eight.rate),
        figure(eight.perCore),
        (eight.bytes / 1000).toFixed(1),
        waits(one),
        waits(eight),
        count ? `${count.statements}` : "-",
        typeof count?.lost === "number" ? percent(count.lost) : "-",
        ...aims,
      ],
    ];
  });
  const heads = ["line", "/s", "/s a core", "KB", "1: p50 / p95 ms", "8: p50 / p95 ms", "statements", "lost"];
  return table([...heads, "floor", "goal", "verdict"], rows);
}

/** Ours as a share of what something bare does. */
export function bareTable(lines: readonly Measured[]): string {
  const heads = ["line", "unit", "ours", "bare", "ratio", "by cpu", "floor", "goal", "verdict"];
  return table(
    heads,
    lines.map((line) => [
      ...[line.name, line.unit, figure(line.ours), figure(line.bare), percent(line.ratio)],
      Number.isFinite(line.byCpu) ? percent(line.byCpu) : "-",
      ...[percent(line.floor), percent(line.goal), verdictOf(line.ratio, line, line.goal > 1)],
    ]),
  );
}

/** From the first side to the second: figures, their ratio, and the floor and goal of the line as multiples of what it was before. */
export function turnsTable(driven: readonly Driven[], { dialect, size }: Where): string {
  const rows = driven.flatMap(({ line, sides: [old, now] }) => {
    if (!old || !now) return [];
    const [before, after, alone] = [
      summaryOf(old.eight),
      summaryOf(now.eight),
      [summaryOf(old.one), summaryOf(now.one)],
    ];
    const { ratio, byCpu } = comparisonOf(neighbours(now.eight, old.eight));
    const target = targetOf(line, dialect, size);
    const multiple = (mark: number | undefined) => {
      if (!target || mark === undefined) return "-";
      return times(target.of === "p50Ms" ? target.before / mark : mark / target.before);
    };
    return [
      [
        line.name,
        `${figure(before.rate)} -> ${figure(after.rate)}`,
        times(ratio),
        `${figure(before.perCore)} -> ${figure(after.perCore)}`,
        times(byCpu),
        alone.map(({ p50Ms }) => figure(p50Ms)).join(" -> "),
        [before, after].map(({ bytes }) => (bytes / 1000).toFixed(1)).join(" -> "),
        multiple(target?.floor),
        multiple(target?.goal),
      ],
    ];
  });
  const heads = ["line", "/s", "", "/s a core", "", "1: p50 ms", "KB", "floor", "goal"];
  return table(heads, rows);
}

/** How much slower a read may be in the larger market: its wait with one client at the 95th percentile. */
const GROWTH = { floor: 1.5, goal: 1.2 };
const GROWTH_TO_A_MILLION = { floor: 2, goal: 1.5 };

/** Each read in the small market and in the large one. */
export function growthTable(driven: readonly Driven[], size: Size): string {
  const aim = size === "1m" ? GROWTH_TO_A_MILLION : GROWTH;
  const rows = driven.flatMap(({ line, sides: [small, large] }) => {
    if (!small || !large) return [];
    const waits = (share: number) =>
      [small, large].map(({ one }) =>
        percentile(
          one.flatMap(({ latenciesMs }) => latenciesMs),
          share,
        ),
      );
    const cell = ([from = 0, to = 0]: number[]) => [`${figure(from)} -> ${figure(to)}`, times(to / from)];
    const cpu = [small, large].map(({ eight }) => summaryOf(eight).cpuMs);
    const [from = 0, to = 0] = waits(0.95);
    return [[line.name, ...cell(waits(0.5)), ...cell(waits(0.95)), ...cell(cpu), verdictOf(to / from, aim, true)]];
  });
  const floors = `floor ${times(aim.floor)}, goal ${times(aim.goal)}`;
  return table(["line", "p50 ms", "", "p95 ms", "", "cpu ms", "", floors], rows);
}
