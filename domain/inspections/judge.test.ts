import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AQLS, DEFECT_CLASSES, LEVELS } from "../services/inspection/sampling";
import { specExample } from "../services/inspection/spec-example";
import { planOf, testPlanOf } from "../services/inspection/work";
import { roundPlan, severityOfReturn } from "./round-plan";
import { checkResults, gapsOf } from "./check-results";
import { judge, NO_RESULTS, OUTCOMES, type Results } from "./results/results";
import { resultsSchema } from "./results/results-schema";

const found = (changes: object = {}): Results => resultsSchema.parse(changes);
const defects = (defectClass: string, count: number) => ({ code: `some ${defectClass}`, defectClass, count });

// Lot 3,200, level II, AQL 0 / 2.5 / 4.0.
const spec = specExample();
const plan = roundPlan(spec, "normal");
const DRAWN = [3, 17, 40];
const UNCONFIRMED = { isConfirmed: false, before: null };
const known = { plan, drawn: DRAWN, ...UNCONFIRMED };
const whole = {
  openedCartons: DRAWN,
  unitsInspected: 125,
  quantities: [{ line: 0, presented: 3_200, packed: 3_200 }],
};

describe("a lot of 3,200 at level II and AQL 2.5", () => {
  test("is judged on 125 units of letter K, up to 7 major defects", () => {
    expect(plan.rows.find(({ defectClass }) => defectClass === "major")).toEqual({
      defectClass: "major",
      codeLetter: "K",
      sampleSize: 125,
      acceptanceNumber: 7,
      rejectionNumber: 8,
    });
    expect(plan.units).toBe(125);
  });

  test.each([
    [7, "pass"],
    [8, "fail"],
  ])("%i major defects: %s", (count, verdict) => {
    const judged = judge(plan, found({ ...whole, defects: [defects("major", count)] }));
    expect(judged.kind).toBe(verdict);
    expect(judged.classes.find(({ defectClass }) => defectClass === "major")).toMatchObject({
      found: count,
      isWithin: verdict === "pass",
    });
  });

  test("eight major defects are too many also where they are told in parts, and whatever else is fine", () => {
    const parts = [
      defects("major", 3),
      { ...defects("major", 4), code: "scratch" },
      { ...defects("major", 1), code: "dent" },
    ];
    expect(judge(plan, found({ ...whole, defects: parts }))).toMatchObject({
      kind: "fail",
      fails: [{ kind: "class_over", defectClass: "major" }],
    });
  });

  test("one critical defect is too many", () => {
    expect(judge(plan, found({ ...whole, defects: [defects("critical", 1)] })).kind).toBe("fail");
  });
});

test("findings in which nothing was written are those of nothing sent", () => {
  expect(found()).toEqual(NO_RESULTS);
});

test("there is no word in the results by which somebody could say the verdict", () => {
  for (const name of ["verdict", "result", "kind", "isWithin", "acceptanceNumber", "sampleSize"])
    expect(resultsSchema.safeParse({ ...whole, [name]: "pass" }).success, name).toBe(false);
  expect(resultsSchema.safeParse({ defects: [{ ...defects("major", 8), isWithin: true }] }).success).toBe(false);
});

describe("points of the checklist", () => {
  const listed = roundPlan(
    specExample({
      checklist: [{ code: "function", isCritical: true }, { code: "logo" }, { code: "colour", level: "S-2" }],
    }),
    "normal",
  );
  const told = (...outcomes: string[]) =>
    judge(listed, found({ ...whole, checklist: outcomes.map((outcome, point) => ({ point, outcome })) }));

  test.each([
    ["all pass", ["pass", "pass", "pass"], "pass", [], []],
    ["a critical one fails", ["fail", "pass", "pass"], "fail", ["critical_point"], []],
    ["another one fails: the client decides", ["pass", "fail", "pass"], "pending", [], ["point_failed"]],
    ["one is unclear: the client decides", ["unclear", "pass", "pass"], "pending", [], ["point_unclear"]],
    [
      "a critical one is said not to apply: the client decides",
      ["not_applicable", "pass", "pass"],
      "pending",
      [],
      ["critical_not_applied"],
    ],
    ["another one does not apply", ["pass", "not_applicable", "pass"], "pass", [], []],
    ["failing comes before waiting", ["fail", "unclear", "pass"], "fail", ["critical_point"], ["point_unclear"]],
  ])("%s", (_, outcomes, verdict, fails, pending) => {
    const judged = told(...outcomes);
    expect([judged.kind, judged.fails.map(({ kind }) => kind), judged.pending.map(({ kind }) => kind)]).toEqual([
      verdict,
      fails,
      pending,
    ]);
  });
});

describe("goods that are short, and goods beyond the order, wait for the client", () => {
  test.each([
    ["fewer presented than ordered", { presented: 3_199, packed: 3_199 }, "pending"],
    ["less than 80 percent packed", { presented: 3_200, packed: 2_559 }, "pending"],
    ["80 percent packed", { presented: 3_200, packed: 2_560 }, "pass"],
    ["one more presented than ordered", { presented: 3_201, packed: 3_200 }, "pending"],
  ])("%s", (_, quantity, verdict) => {
    expect(judge(plan, found({ ...whole, quantities: [{ line: 0, ...quantity }] })).kind).toBe(verdict);
  });
});

describe("named tests", () => {
  const tested = roundPlan(specExample({ specialTests: [{ test: "carton_drop", level: "S-2" }] }), "normal");
  const row = tested.tests[0];

  test("are judged on their own sample and their own number", () => {
    const acceptance = row?.acceptanceNumber ?? -1;
    const told = (failed: number) =>
      judge(tested, found({ ...whole, tests: [{ test: 0, unitsTested: row?.sampleSize, failed }] }));
    expect(told(acceptance).kind).toBe("pass");
    expect(told(acceptance + 1)).toMatchObject({ kind: "fail", fails: [{ kind: "test_over", test: 0 }] });
  });
});

test("without a sample a critical defect fails, another one waits for the client, none passes", () => {
  const loading = roundPlan(specExample({ type: "container_loading" }), "normal");
  expect(loading.rows).toEqual([]);
  const judged = (list: object[]) => judge(loading, found({ ...whole, defects: list })).kind;
  expect([judged([]), judged([defects("minor", 1)]), judged([defects("critical", 1), defects("minor", 1)])]).toEqual([
    "pass",
    "pending",
    "fail",
  ]);
  const both = found({ ...whole, defects: [defects("critical", 1), defects("minor", 1)] });
  expect(judge(loading, both)).toMatchObject({
    fails: [{ kind: "critical_defect" }],
    pending: [{ kind: "defects_without_limit", defectClass: "minor" }],
  });
});

describe("any plan and any findings", () => {
  const limit = fc.constantFrom(0, ...AQLS);
  const specs = fc
    .record({
      lotSize: fc.integer({ min: 1, max: 200_000 }),
      level: fc.constantFrom(...LEVELS),
      severity: fc.constantFrom("normal", "tightened"),
      aql: fc.record({ critical: limit, major: limit, minor: limit }),
      checklist: fc.array(fc.record({ text: fc.constant("a point"), isCritical: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
      specialTests: fc.constantFrom(
        [],
        [
          { test: "rub" as const, level: "S-1" as const },
          { test: "weight" as const, level: "S-3" as const },
        ],
      ),
    })
    .map(({ specialTests, ...rest }) => specExample({ ...rest, ...(specialTests.length > 0 ? { specialTests } : {}) }));
  const findings = fc.record({
    defects: fc.array(
      fc.record({ defectClass: fc.constantFrom(...DEFECT_CLASSES), count: fc.integer({ min: 1, max: 12 }) }),
      { maxLength: 8 },
    ),
    outcomes: fc.array(fc.constantFrom(...OUTCOMES), { minLength: 4, maxLength: 4 }),
    failed: fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 2 }),
    short: fc.constantFrom(0, 0, 0, 1),
  });

  test("the verdict is what a reader of the tables comes to by hand", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(specs, findings, (asked, { defects: list, outcomes, failed, short }) => {
        const severity = asked.severity ?? "normal";
        const checklist = asked.checklist ?? [];
        const tests = testPlanOf(asked);
        const pieces = Math.max(0, (asked.lotSize ?? 0) - short);
        const results = found({
          defects: list.map((one) => ({ code: "x", ...one })),
          checklist: checklist.map((_, point) => ({ point, outcome: outcomes[point] })),
          tests: tests.map((row, index) => ({
            test: index,
            unitsTested: row.sampleSize,
            failed: Math.min(failed[index] ?? 0, row.sampleSize),
          })),
          quantities: [{ line: 0, presented: pieces, packed: pieces }],
        });
        // By hand: sums and comparisons alone, from the plan that the request page shows.
        let isFailed = false;
        let isWaiting = false;
        for (const row of planOf(asked)) {
          let sum = 0;
          for (const one of list) if (one.defectClass === row.defectClass) sum += one.count;
          if (sum >= row.rejectionNumber) isFailed = true;
        }
        for (const [index, row] of tests.entries())
          if (Math.min(failed[index] ?? 0, row.sampleSize) >= row.rejectionNumber) isFailed = true;
        for (const [point, item] of checklist.entries()) {
          const outcome = outcomes[point];
          if (outcome === "fail" && item.isCritical) isFailed = true;
          else if (outcome === "fail" || outcome === "unclear" || (outcome === "not_applicable" && item.isCritical))
            isWaiting = true;
        }
        if (short > 0) isWaiting = true;
        const expected = isFailed ? "fail" : isWaiting ? "pending" : "pass";
        seen.add(expected);
        expect(judge(roundPlan(asked, severity), results).kind).toBe(expected);
      }),
      { numRuns: 500, seed: 20_261_124 },
    );
    expect([...seen].sort()).toEqual(["fail", "pass", "pending"]);
  });

  test("one more defect never makes a verdict better", () => {
    const WORSE = { pass: 0, pending: 1, fail: 2 } as const;
    fc.assert(
      fc.property(specs, findings, fc.constantFrom(...DEFECT_CLASSES), (asked, { defects: list }, defectClass) => {
        const fixed = roundPlan(asked, asked.severity ?? "normal");
        const told = list.map((one) => ({ code: "x", ...one }));
        const before = judge(fixed, found({ defects: told })).kind;
        const after = judge(fixed, found({ defects: [...told, defects(defectClass, 1)] })).kind;
        expect(WORSE[after]).toBeGreaterThanOrEqual(WORSE[before]);
      }),
    );
  });
});

describe("what lacks", () => {
  const listed = roundPlan(
    specExample({
      checklist: [{ code: "function" }, { code: "colour", level: "S-2" }],
      specialTests: [{ test: "carton_drop", level: "S-1" }],
    }),
    "normal",
  );
  const own = listed.points[1]?.ownUnits ?? 0;
  const size = listed.tests[0]?.sampleSize ?? 0;
  const complete = {
    ...whole,
    checklist: [
      { point: 0, outcome: "pass" },
      { point: 1, outcome: "pass", unitsChecked: own },
    ],
    tests: [{ test: 0, unitsTested: size, failed: 0 }],
  };
  const gaps = (changes: object) => gapsOf({ plan: listed, drawn: DRAWN }, found({ ...complete, ...changes }));

  test("is nothing where all was done", () => {
    expect(gaps({})).toEqual([]);
  });

  test.each([
    ["a unit of the sample", { unitsInspected: 124 }, { kind: "units", has: 124, needs: 125 }],
    ["a carton that was drawn", { openedCartons: [3, 40] }, { kind: "cartons", has: 2, needs: 3 }],
    ["a point", { checklist: complete.checklist.slice(1) }, { kind: "point", point: 0 }],
    [
      "a unit of a point's own sample",
      { checklist: [complete.checklist[0], { point: 1, outcome: "pass", unitsChecked: own - 1 }] },
      { kind: "point_units", point: 1, has: own - 1, needs: own },
    ],
    [
      "a unit of a test",
      { tests: [{ test: 0, unitsTested: size - 1, failed: 0 }] },
      { kind: "test", test: 0, has: size - 1, needs: size },
    ],
    ["the count of the goods", { quantities: [] }, { kind: "line", line: 0 }],
  ])("is %s", (_, changes, gap) => {
    expect(gaps(changes)).toEqual([gap]);
  });

  test("is no unit of a point that does not apply, or that has no sample of its own", () => {
    const checklist = [
      { point: 1, outcome: "not_applicable" },
      { point: 0, outcome: "pass" },
    ];
    expect(gaps({ checklist })).toEqual([]);
  });

  test("are words alone only where a visit has neither sample, list, tests nor goods", () => {
    const bare = roundPlan(specExample({ type: "factory_audit", lotSize: undefined }), "normal");
    const listedOnly = roundPlan(
      specExample({ type: "factory_audit", lotSize: undefined, checklist: [{ code: "function" }] }),
      "normal",
    );
    const told = found({ checklist: [{ point: 0, outcome: "pass" }] });
    expect(gapsOf({ plan: listedOnly, drawn: [] }, told)).toEqual([]);
    const counted = { ...bare, lines: [{ name: null, ordered: 5 }] };
    const goods = found({ quantities: [{ line: 0, presented: 5, packed: 5 }] });
    expect(gapsOf({ plan: counted, drawn: [] }, goods)).toEqual([]);
  });

  test("in a sorting is every unit of the lot", () => {
    const sorting = roundPlan(specExample({ type: "defect_sorting", lotSize: 500 }), "normal");
    const told = found({ unitsInspected: 499, quantities: [{ line: 0, presented: 500, packed: 500 }] });
    expect(gapsOf({ plan: sorting, drawn: [] }, told)).toEqual([{ kind: "units", has: 499, needs: 500 }]);
  });

  test("an audit with no list is complete only with words", () => {
    const audit = roundPlan(specExample({ type: "factory_audit", lotSize: undefined }), "normal");
    expect(gapsOf({ plan: audit, drawn: [] }, found())).toEqual([{ kind: "nothing" }]);
    expect(gapsOf({ plan: audit, drawn: [] }, found({ remarks: "Two lines run." }))).toEqual([]);
  });
});

describe("results that are not about the round", () => {
  test.each([
    ["a carton that was not drawn", { openedCartons: [4] }, "carton_not_drawn"],
    ["more units than the sample: looking on until it suits", { unitsInspected: 126 }, "more_than_sample"],
    ["a point that there is not", { checklist: [{ point: 0, outcome: "pass" }] }, "point_unknown"],
    ["a test that there is not", { tests: [{ test: 0, unitsTested: 1, failed: 0 }] }, "test_unknown"],
    ["a line that there is not", { quantities: [{ line: 1, presented: 1, packed: 1 }] }, "line_of_plan_unknown"],
    [
      "more packed than presented",
      { quantities: [{ line: 0, presented: 1, packed: 2 }] },
      "more_packed_than_presented",
    ],
  ])("are refused: %s", (_, changes, code) => {
    expect(checkResults(found(changes), known)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("more failed than tested is refused", () => {
    const tested = roundPlan(specExample({ specialTests: [{ test: "rub", level: "S-1" }] }), "normal");
    const told = found({ tests: [{ test: 0, unitsTested: 2, failed: 3 }] });
    expect(checkResults(told, { ...UNCONFIRMED, plan: tested, drawn: [] })).toMatchObject({
      refusal: { code: "more_failed_than_tested", details: { test: 0 } },
    });
  });

  test("may come to the whole of what there is, and are refused where any one part comes to more", () => {
    const asked = specExample({
      products: [
        { name: "a", quantity: 1_600 },
        { name: "b", quantity: 1_600 },
      ],
      lotSize: undefined,
      specialTests: [
        { test: "rub", level: "S-1" },
        { test: "weight", level: "S-1" },
      ],
    });
    const of = { ...UNCONFIRMED, plan: roundPlan(asked, "normal"), drawn: DRAWN };
    const tests = [0, 1].map((test) => ({ test, unitsTested: 2, failed: 2 }));
    const quantities = [0, 1].map((line) => ({ line, presented: 5, packed: 5 }));
    const all = { openedCartons: DRAWN, unitsInspected: of.plan.units, tests, quantities };
    const said = (changes: object) => {
      const checked = checkResults(found({ ...all, ...changes }), of);
      return checked.ok ? "ok" : checked.refusal.code;
    };
    expect(said({})).toBe("ok");
    expect(said({ openedCartons: [...DRAWN, 4] })).toBe("carton_not_drawn");
    expect(said({ tests: [tests[0], { ...tests[1], failed: 3 }] })).toBe("more_failed_than_tested");
    expect(said({ quantities: [quantities[0], { ...quantities[1], packed: 6 }] })).toBe("more_packed_than_presented");
    expect(said({ quantities: [...quantities, { line: 2, presented: 1, packed: 1 }] })).toBe("line_of_plan_unknown");
    // Where no sample is drawn every unit of the lot may be looked at, and of no lot any number.
    const units = (type: string, lotSize: number | undefined, unitsInspected: number) => {
      const plan = roundPlan(specExample({ type: type as "factory_audit", lotSize }), "normal");
      return checkResults(found({ unitsInspected }), { ...UNCONFIRMED, plan, drawn: [] }).ok;
    };
    expect([units("container_loading", 3_200, 3_200), units("container_loading", 3_200, 3_201)]).toEqual([true, false]);
    expect(units("factory_audit", undefined, 9_999)).toBe(true);
  });

  test("what is named twice is malformed", () => {
    expect(resultsSchema.safeParse({ openedCartons: [3, 3] }).success).toBe(false);
    const twice = { point: 0, outcome: "pass" };
    expect(resultsSchema.safeParse({ checklist: [twice, twice] }).success).toBe(false);
  });
});

describe("goods that come back", () => {
  test("are judged by tightened sampling where the market's rule says so, and never more mildly than was asked", () => {
    expect([
      severityOfReturn("normal", true),
      severityOfReturn("normal", false),
      severityOfReturn("tightened", false),
    ]).toEqual(["tightened", "normal", "tightened"]);
  });

  test("of 3,200 pass with 5 major defects and fail with 6", () => {
    const again = roundPlan(spec, "tightened");
    const told = (count: number) => judge(again, found({ ...whole, defects: [defects("major", count)] })).kind;
    expect([told(5), told(6)]).toEqual(["pass", "fail"]);
  });
});
