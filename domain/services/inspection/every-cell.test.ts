import { describe, expect, test } from "vitest";
import {
  AQLS,
  type Aql,
  codeLetter,
  DEFECT_CLASSES,
  LEVELS,
  SEVERITIES,
  type SamplingPlanRow,
  type Severity,
  samplingPlan,
  singlePlan,
} from "./sampling";

/** What holds for the whole tables, looked at in every cell: 16 letters, 7 limits, both severities; 15 rows of lots, 7 levels. */

const LETTERS = [..."ABCDEFGHJKLMNPQR"];
type Limit = (typeof AQLS)[number];

/** The first lot of each row of the table of letters, and the one before it. */
const ROW_ENDS = [
  1, 2, 8, 9, 15, 16, 25, 26, 50, 51, 90, 91, 150, 151, 280, 281, 500, 501, 1_200, 1_201, 3_200, 3_201, 10_000, 10_001,
  35_000, 35_001, 150_000, 150_001, 500_000, 500_001, 10_000_000,
];

/** Every lot up to beyond the largest sample of the tables (2,000), so that each cap by the lot is met, and then every row. */
const LOTS = [...Array.from({ length: 2_100 }, (_, index) => index + 1), ...ROW_ENDS.filter((lot) => lot > 2_100)];

const LETTER_PAIRS = LETTERS.slice(1).map((letter, index) => [LETTERS[index] as string, letter] as const);
const LIMIT_PAIRS = AQLS.slice(1).map((limit, index) => [AQLS[index] as Limit, limit] as const);

describe("letters", () => {
  test.each(LEVELS)("at level %s, a larger lot never has an earlier letter", (level) => {
    const places = ROW_ENDS.map((lot) => LETTERS.indexOf(codeLetter(lot, level)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.includes(-1)).toBe(false);
  });

  test.each(ROW_ENDS)("of a lot of %d never go back from S-1 to S-4, nor from I to III, nor from S-4 to II", (lot) => {
    const at = (level: (typeof LEVELS)[number]) => LETTERS.indexOf(codeLetter(lot, level));
    for (const order of [
      ["S-1", "S-2", "S-3", "S-4"],
      ["I", "II", "III"],
      ["S-4", "II"],
    ] as const) {
      const places = order.map(at);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});

describe.each(SEVERITIES)("the %s table, every cell", (severity) => {
  test.each(AQLS)(
    "at AQL %d, a later letter never leads to a smaller sample or a smaller acceptance number",
    (limit) => {
      for (const [earlier, later] of LETTER_PAIRS) {
        const [before, after] = [singlePlan(earlier, limit, severity), singlePlan(later, limit, severity)];
        expect(after.sampleSize, `${earlier} ${later}`).toBeGreaterThanOrEqual(before.sampleSize);
        expect(after.acceptanceNumber, `${earlier} ${later}`).toBeGreaterThanOrEqual(before.acceptanceNumber);
      }
    },
  );

  test.each(LETTERS)(
    "at letter %s, a coarser limit never has a smaller acceptance number, nor a smaller share",
    (letter) => {
      for (const [finer, coarser] of LIMIT_PAIRS) {
        const [strict, lax] = [singlePlan(letter, finer, severity), singlePlan(letter, coarser, severity)];
        expect(lax.acceptanceNumber, `${finer} ${coarser}`).toBeGreaterThanOrEqual(strict.acceptanceNumber);
        expect(lax.acceptanceNumber * strict.sampleSize, `${finer} ${coarser}`).toBeGreaterThanOrEqual(
          strict.acceptanceNumber * lax.sampleSize,
        );
      }
    },
  );

  test.each(LETTERS)("at letter %s, every plan that was reached by an arrow is one of the table's own", (letter) => {
    for (const limit of AQLS) {
      const plan = singlePlan(letter, limit, severity);
      expect(singlePlan(plan.codeLetter, limit, severity)).toEqual(plan);
      expect(plan.acceptanceNumber).toBeLessThan(plan.sampleSize);
    }
  });
});

test("tightened never accepts more than normal, and never from fewer units; at an equal sample it accepts fewer wherever normal accepts two or more", () => {
  for (const letter of LETTERS)
    for (const limit of AQLS) {
      const [normal, tightened] = [singlePlan(letter, limit, "normal"), singlePlan(letter, limit, "tightened")];
      const cell = `${letter} ${limit}`;
      expect(tightened.acceptanceNumber, cell).toBeLessThanOrEqual(normal.acceptanceNumber);
      expect(tightened.sampleSize, cell).toBeGreaterThanOrEqual(normal.sampleSize);
      if (tightened.sampleSize === normal.sampleSize && normal.acceptanceNumber > 1)
        expect(tightened.acceptanceNumber, cell).toBeLessThan(normal.acceptanceNumber);
    }
});

test("normal and tightened share the letter of a lot, and the sample that belongs to a letter", () => {
  const sizes = (severity: Severity) =>
    new Map(
      LETTERS.flatMap((letter) => AQLS.map((limit) => singlePlan(letter, limit, severity))).map((plan) => [
        plan.codeLetter,
        plan.sampleSize,
      ]),
    );
  const [normal, tightened] = [sizes("normal"), sizes("tightened")];
  const shared = [...tightened].filter(([letter]) => normal.has(letter));
  expect(shared.length).toBeGreaterThan(10);
  for (const [letter, size] of shared) expect(normal.get(letter), letter).toBe(size);
});

const majorRow = (lotSize: number, level: (typeof LEVELS)[number], of: { limit: Aql; severity: Severity }) =>
  samplingPlan({
    lotSize,
    level,
    severity: of.severity,
    aql: { critical: 0, major: of.limit, minor: 10 },
  })[1] as SamplingPlanRow;

describe.each(SEVERITIES)("plans of lots, %s", (severity) => {
  test.each(LEVELS)("at level %s and one limit, a larger lot never has a smaller sample", (level) => {
    for (const limit of AQLS) {
      let before = 0;
      for (const lot of LOTS) {
        const { sampleSize } = majorRow(lot, level, { limit, severity });
        if (sampleSize < before) expect.fail(`AQL ${limit}: ${sampleSize} of ${lot}, ${before} of a smaller lot`);
        before = sampleSize;
      }
    }
  });

  test.each(LEVELS)(
    "at level %s, a sample as large as the lot or larger is every unit, and no other sample is",
    (level) => {
      for (const limit of AQLS)
        for (const lot of LOTS) {
          const { sampleSize } = majorRow(lot, level, { limit, severity });
          const published = singlePlan(codeLetter(lot, level), limit, severity).sampleSize;
          if (sampleSize !== Math.min(published, lot)) expect.fail(`AQL ${limit}, lot of ${lot}: ${sampleSize}`);
        }
    },
  );

  test.each(LEVELS)("at level %s, every class rejects from one above what it accepts", (level) => {
    for (const lot of ROW_ENDS)
      for (const critical of [0, ...AQLS] as const) {
        const rows = samplingPlan({ lotSize: lot, level, severity, aql: { critical, major: 2.5, minor: 4 } });
        expect(rows).toHaveLength(DEFECT_CLASSES.length);
        for (const row of rows) expect(row.rejectionNumber).toBe(row.acceptanceNumber + 1);
      }
  });

  test.each(LEVELS)("at level %s, AQL 0 accepts nothing in the largest sample of the others", (level) => {
    for (const lot of ROW_ENDS)
      for (const major of AQLS)
        for (const minor of AQLS) {
          const rows = samplingPlan({ lotSize: lot, level, severity, aql: { critical: 0, major, minor } });
          expect(rows.map((row) => row.defectClass)).toEqual([...DEFECT_CLASSES]);
          const [critical, ...others] = rows;
          expect(critical?.acceptanceNumber).toBe(0);
          expect(critical?.sampleSize).toBe(Math.max(...others.map((row) => row.sampleSize)));
        }
  });
});
