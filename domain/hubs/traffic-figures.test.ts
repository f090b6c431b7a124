import { expect, test } from "vitest";
import type { Month } from "../shared/time";
import type { Corridor } from "./corridor";
import type { TrafficRow } from "./traffic";
import { borderBps, figureSum, figureSums, NOTHING, partBps } from "./traffic-figures";

const row = (corridor: string, isBorderHub: boolean, count: number): TrafficRow => ({
  month: "2026-10" as Month,
  hubId: isBorderHub ? "horgos" : "CNSHA-PORT",
  isBorderHub,
  corridor: corridor as Corridor,
  service: "logistics",
  count,
  valueMinor: BigInt(count) * 100n,
  passThroughMinor: BigInt(count),
  weightGrams: count * 1_000,
});
const ROWS = [row("CN-KZ", true, 2), row("CN-KZ", false, 1), row("CN-DE", false, 4)];

test("Rows add up by key, with what went through border hubs in units of the measure.", () => {
  expect(figureSum(ROWS, "orders")).toEqual({
    ...{ count: 7, valueMinor: 700n, passThroughMinor: 7n, weightGrams: 7_000 },
    ...{ wholeAmount: 7n, borderAmount: 2n },
  });
  const sums = figureSums(ROWS, "value", ({ corridor }) => corridor);
  expect([...sums].map(([key, { wholeAmount, borderAmount }]) => [key, wholeAmount, borderAmount])).toEqual([
    ["CN-KZ", 300n, 200n],
    ["CN-DE", 400n, 0n],
  ]);
});

test("Each part is rounded by itself, and of nothing there is no part and no share.", () => {
  const [one, six] = [1, 6].map((count) => figureSum([row("CN-KZ", true, count)], "orders"));
  expect([partBps(one ?? NOTHING, six ?? NOTHING), partBps(NOTHING, six ?? NOTHING)]).toEqual([1_667, 0]);
  expect(borderBps(figureSum(ROWS, "orders"))).toBe(2_857);
  expect([borderBps(NOTHING), partBps(NOTHING, NOTHING)]).toEqual([null, null]);
});
