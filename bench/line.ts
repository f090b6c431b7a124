import type { Comparison } from "./load";

/** What is measured, against what, and from which share of it on it is good. */
export type Line = {
  readonly name: string;
  readonly unit: string;
  readonly floor: number;
  readonly goal: number;
  readonly note?: string;
};

export type Measured = Line & Comparison;

/** Cost lines (`goal` above one) are better when lower. */
export function verdictOf({ ratio, floor, goal }: Measured): "goal" | "floor" | "below" {
  const isCost = goal > 1;
  if (isCost ? ratio <= goal : ratio >= goal) return "goal";
  return (isCost ? ratio <= floor : ratio >= floor) ? "floor" : "below";
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

/** The table that `npm run bench` prints. */
export function tableOf(lines: readonly Measured[]): string {
  const heads = ["line", "unit", "ours", "bare", "ratio", "by cpu", "floor", "goal", "verdict"];
  const rows = lines.map((line) => [
    line.name,
    line.unit,
    figure(line.ours),
    figure(line.bare),
    percent(line.ratio),
    Number.isFinite(line.byCpu) ? percent(line.byCpu) : "-",
    percent(line.floor),
    percent(line.goal),
    verdictOf(line),
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => (row[at] as string).length)));
  const print = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] as number) : cell.padStart(widths[at] as number)))
      .join("  ");
  const notes = lines.filter((line) => line.note).map((line) => `${line.name}: ${line.note}`);
  return [print(heads), ...rows.map(print), ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}
