import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PUBLISHED_LETTERS, PUBLISHED_NORMAL, PUBLISHED_TIGHTENED, rowsOf } from "./published-tables";
import {
  AQLS,
  type Aql,
  codeLetter,
  DEFECT_CLASSES,
  LEVELS,
  type SamplingRule,
  SEVERITIES,
  samplingPlan,
  singlePlan,
} from "./sampling";

const number = (text: string): number => Number(text.replaceAll(",", ""));

describe("the letters of lots", () => {
  test.each(rowsOf(PUBLISHED_LETTERS))("a lot of %s has the published letters", (range, ...letters) => {
    const isLast = range.startsWith("over");
    const [first = 0, last = 0] = isLast ? [number(range.slice(5)) + 1, 50_000_000] : range.split("–").map(number);
    for (const lotSize of [first, Math.floor((first + last) / 2), last])
      expect(
        LEVELS.map((level) => codeLetter(lotSize, level)),
        `lot of ${lotSize}`,
      ).toEqual(letters);
  });

  test("all 15 rows are held against the published ones", () => {
    expect(rowsOf(PUBLISHED_LETTERS)).toHaveLength(15);
  });
});

const TABLES = { normal: rowsOf(PUBLISHED_NORMAL), tightened: rowsOf(PUBLISHED_TIGHTENED) };

/** Follows the arrows of the published table by hand. */
function published(table: string[][], row: number, column: number) {
  let at = row;
  while (table[at]?.[column + 1] === "↓") at += 1;
  while (table[at]?.[column + 1] === "↑") at -= 1;
  const [name = "", ...cells] = table[at] ?? [];
  const [, letter = "", size = ""] = /^([A-R]) \(([\d,]+)\)$/.exec(name) ?? [];
  const [acceptance = "", rejection = ""] = (cells[column] ?? "").split("/");
  return { letter, size: number(size), acceptance: number(acceptance), rejection: number(rejection) };
}

describe.each(SEVERITIES)("the %s table", (severity) => {
  const table = TABLES[severity];
  const cells = table.flatMap(([name = ""], row) =>
    AQLS.map((aql, column) => ({ letter: name.charAt(0), aql, row, column })),
  );

  test("has 16 letters and 7 limits", () => {
    expect(cells).toHaveLength(112);
  });

  test.each(cells)("letter $letter at AQL $aql is as published", ({ letter, aql, row, column }) => {
    const expected = published(table, row, column);
    expect(expected.rejection).toBe(expected.acceptance + 1);
    expect(singlePlan(letter, aql, severity)).toEqual({
      codeLetter: expected.letter,
      sampleSize: expected.size,
      acceptanceNumber: expected.acceptance,
    });
  });
});

const usual = { critical: 0, major: 2.5, minor: 4 } as const;

describe("a sampling plan", () => {
  test("of 3,200 units at level II is 125 of each class, 7 major and 10 minor at most, and nothing critical", () => {
    expect(samplingPlan({ lotSize: 3_200, level: "II", severity: "normal", aql: usual })).toEqual([
      { defectClass: "critical", codeLetter: "K", sampleSize: 125, acceptanceNumber: 0, rejectionNumber: 1 },
      { defectClass: "major", codeLetter: "K", sampleSize: 125, acceptanceNumber: 7, rejectionNumber: 8 },
      { defectClass: "minor", codeLetter: "K", sampleSize: 125, acceptanceNumber: 10, rejectionNumber: 11 },
    ]);
  });

  test("is stricter when tightened: 5 major and 8 minor of the same 125", () => {
    const plan = samplingPlan({ lotSize: 3_200, level: "II", severity: "tightened", aql: usual });
    expect(plan.map((row) => [row.sampleSize, row.acceptanceNumber])).toEqual([
      [125, 0],
      [125, 5],
      [125, 8],
    ]);
  });

  test("of five units is a check of all five", () => {
    const plan = samplingPlan({ lotSize: 5, level: "II", severity: "normal", aql: usual });
    expect(plan.map((row) => row.sampleSize)).toEqual([5, 5, 3]);
  });

  test("keeps each class's own sample size, and AQL 0 draws the largest of the others", () => {
    const plan = samplingPlan({
      lotSize: 90,
      level: "II",
      severity: "normal",
      aql: { critical: 0, major: 1.5, minor: 6.5 },
    });
    expect(plan.map((row) => [row.codeLetter, row.sampleSize, row.acceptanceNumber])).toEqual([
      ["E", 13, 0],
      ["D", 8, 0],
      ["E", 13, 2],
    ]);
  });

  test("with no limit above 0 draws the sample of the lot's own letter", () => {
    const plan = samplingPlan({
      lotSize: 400,
      level: "II",
      severity: "normal",
      aql: { critical: 0, major: 0, minor: 0 },
    });
    expect(new Set(plan.map((row) => `${row.codeLetter} ${row.sampleSize} ${row.rejectionNumber}`))).toEqual(
      new Set(["H 50 1"]),
    );
  });
});

const limit = fc.constantFrom<Aql>(0, ...AQLS);
const rule: fc.Arbitrary<SamplingRule> = fc.record({
  lotSize: fc.integer({ min: 1, max: 2_000_000 }),
  level: fc.constantFrom(...LEVELS),
  severity: fc.constantFrom(...SEVERITIES),
  aql: fc.record({ critical: limit, major: limit, minor: limit }),
});

test("any plan draws at least one and at most all units, rejects one above acceptance, and accepts nothing at AQL 0", () => {
  fc.assert(
    fc.property(rule, (given) => {
      const plan = samplingPlan(given);
      expect(plan.map((row) => row.defectClass)).toEqual([...DEFECT_CLASSES]);
      for (const row of plan) {
        expect(row.sampleSize).toBeGreaterThanOrEqual(1);
        expect(row.sampleSize).toBeLessThanOrEqual(given.lotSize);
        expect(row.rejectionNumber).toBe(row.acceptanceNumber + 1);
        if (given.aql[row.defectClass] === 0) expect(row.acceptanceNumber).toBe(0);
      }
    }),
  );
});

test("AQL 0 never draws less than another class", () => {
  fc.assert(
    fc.property(rule, (given) => {
      const [critical, ...others] = samplingPlan({ ...given, aql: { ...given.aql, critical: 0 } });
      const drawn = others.filter((row) => given.aql[row.defectClass] !== 0).map((row) => row.sampleSize);
      if (drawn.length > 0) expect(critical?.sampleSize).toBe(Math.max(...drawn));
    }),
  );
});

test("a letter that the standard leaves out is a fault", () => {
  for (const letter of ["I", "O", "Z"]) expect(() => singlePlan(letter, 2.5, "normal")).toThrow();
});

test("a lot without a unit is a fault", () => {
  expect(() => codeLetter(0, "II")).toThrow();
  expect(() => codeLetter(1.5, "II")).toThrow();
});
