import { expect, test } from "vitest";
import { comparisonOf } from "./figures";
import type { Line } from "./lines";
import { bareTable, growthTable, linesTable, table, turnsTable, verdictOf } from "./print";

const round = (rate: number, waitMs: number) => ({ rate, cpuMs: 1000 / rate, latenciesMs: [waitMs], bytes: 1500 });
const side = (name: string, rate: number, waitMs: number) => ({
  name,
  eight: [round(rate, waitMs)],
  one: [round(rate / 2, waitMs / 2)],
});
const line = (changes: Partial<Line> = {}): Line => ({
  name: "API list",
  kind: "answer",
  amount: 8,
  targets: {
    sqlite: { of: "rate", before: 100, floor: 200, goal: 400 },
    postgres: { of: "p50Ms", before: 120, floor: 10, goal: 5, from: "100k" },
  },
  prepare: () => Promise.reject(new Error("Nothing is sent here")),
  ...changes,
});
const cells = (printed: string, row = 1) => printed.split("\n")[row]?.trim().split(/ {2,}/);

test("Columns are as wide as their widest cell: the first to the left, the others to the right.", () => {
  expect(
    table(
      ["line", "KB"],
      [
        ["a", "1"],
        ["longer", "1000"],
      ],
    ),
  ).toBe("line      KB\na          1\nlonger  1000");
});

test("A rate has to reach its floor and goal, a cost has to stay under them, and without a goal the floor is the goal.", () => {
  const aim = { floor: 10, goal: 20 };
  expect([9.9, 10, 20].map((value) => verdictOf(value, aim, false))).toEqual(["below", "floor", "goal"]);
  const cost = { floor: 20, goal: 10 };
  expect([21, 20, 10].map((value) => verdictOf(value, cost, true))).toEqual(["below", "floor", "goal"]);
  expect(verdictOf(10, { floor: 10 }, false)).toBe("goal");
});

test("A line is held against the target of its database, and where the size is too small for that against none.", () => {
  const driven = [{ line: line(), sides: [side("ours", 250, 16)] }];
  const counts = new Map([["API list", { statements: 6, lost: 0.25 }]]);
  const sqlite = linesTable(driven, { dialect: "sqlite", size: "10k" }, counts);
  expect(cells(sqlite)).toEqual("API list|250|250|1.5|8.0 / 8.0|16 / 16|6|25 %|200/s|400|floor".split("|"));
  const small = linesTable(driven, { dialect: "postgres", size: "10k" }, new Map());
  expect(cells(small)?.slice(-5)).toEqual(["-", "-", "-", "-", "-"]);
  const large = linesTable(driven, { dialect: "postgres", size: "1m" }, new Map());
  // The wait of one client, not that of eight.
  expect(cells(large)?.slice(-3)).toEqual(["10 ms", "5", "floor"]);
});

test("Two builds are printed as old to new, floors and goals as multiples of what was before: also where less is better.", () => {
  const driven = [{ line: line(), sides: [side("old", 100, 40), side("now", 250, 16)] }];
  expect(cells(turnsTable(driven, { dialect: "sqlite", size: "10k" }))).toEqual(
    "API list|100 -> 250|×2.50|100 -> 250|×2.50|20 -> 8.0|1.5 -> 1.5|×2.00|×4.00".split("|"),
  );
  expect(cells(turnsTable(driven, { dialect: "postgres", size: "100k" }))?.slice(-2)).toEqual(["×12.00", "×24.00"]);
});

test("A line that one of two sides lacks is left out.", () => {
  const driven = [{ line: line(), sides: [side("now", 250, 16)] }];
  expect(turnsTable(driven, { dialect: "sqlite", size: "10k" }).split("\n")).toHaveLength(1);
  expect(growthTable(driven, "100k").split("\n")).toHaveLength(1);
});

test("Growth is judged by the wait of one client at the 95th percentile, and to a million orders more may be added.", () => {
  const waits = (fast: number, slow: number) => ({
    name: "size",
    eight: [round(100, 1)],
    one: [{ ...round(100, 1), latenciesMs: [fast, fast, slow] }],
  });
  const grown = (to: number, size: "100k" | "1m") =>
    cells(growthTable([{ line: line(), sides: [waits(2, 10), waits(2, to)] }], size))?.at(-1);
  expect([grown(14, "100k"), grown(16, "100k")]).toEqual(["floor", "below"]);
  expect([grown(16, "1m"), grown(30, "1m")]).toEqual(["floor", "below"]);
});

test("A share of something bare is printed in percent with its verdict.", () => {
  const rounds = [{ ours: { rate: 70, cpuMs: 2 }, bare: { rate: 100, cpuMs: 1 } }];
  const printed = bareTable([{ name: "list page", unit: "pages/s", floor: 0.6, goal: 0.8, ...comparisonOf(rounds) }]);
  expect(cells(printed)).toEqual(["list page", "pages/s", "70", "100", "70 %", "50 %", "60 %", "80 %", "floor"]);
});
