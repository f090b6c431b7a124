import { MADE_GOODS } from "./checklists/made-goods";
import type { InspectedGoods, Measured, Point } from "./checklists/points";
import { RAW_GOODS } from "./checklists/raw-goods";
import { between, pick, type Random } from "./random";

const CHECKLISTS: readonly InspectedGoods[] = [...RAW_GOODS, ...MADE_GOODS];

/** What is looked at on goods of a code. */
export const inspectedGoods = (hsCode: string): InspectedGoods =>
  CHECKLISTS.find(({ codes }) => codes.test(hsCode)) ?? (CHECKLISTS.at(-1) as InspectedGoods);

const isFigures = (measured: Measured): measured is readonly [number, number, number, number, string] =>
  typeof measured[0] === "number";

const written = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

/** What an inspector writes of a point on goods in order: the least and the most that was read, or words; of the number of pieces the number. */
export function readingOf(random: Random, { measured }: Point, pieces: number): string {
  if (!isFigures(measured))
    return measured.length === 0 ? `${pieces.toLocaleString("en-US")} 件 · pcs` : pick(random, measured);
  const [min, max, spread, digits, unit] = measured;
  const least = between(random, min, Math.max(min, max - spread));
  const most = least + spread * between(random, 0.5, 1);
  const [from, to] = [written(least, digits), written(most, digits)];
  return from === to ? `${from} ${unit}` : `${from}${min < 0 ? " … " : "–"}${to} ${unit}`;
}
