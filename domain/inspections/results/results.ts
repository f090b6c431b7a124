import type { z } from "zod";
import type { InspectionType } from "../../services/inspection/choices";
import { DEFECT_CLASSES, type DefectClass, type SamplingPlanRow } from "../../services/inspection/sampling";
import type { Unwritable } from "../../shared/unwritable";
import type { TestPlanRow } from "../../services/inspection/work";
import type { RoundPlan } from "../round-plan";
import { isOutsideTolerance } from "../tolerance";
import type { resultsSchema } from "./results-schema";

/** Kinds of defect in one report. */
export const DEFECTS_MAX = 60;
export const PHOTOS_PER_LINE_MAX = 10;
export const REMARKS_MAX = 2_000;

/** `unclear` waits for the client's word; what does not apply to these goods is `not_applicable`. */
export const OUTCOMES = ["pass", "fail", "not_applicable", "unclear"] as const;

export type Results = Unwritable<z.output<typeof resultsSchema>>;

/** Of a round in which nothing was written yet. */
export const NO_RESULTS: Results = {
  ...{ openedCartons: [], unitsInspected: 0, quantities: [] },
  ...{ checklist: [], defects: [], tests: [] },
};

/** The photos that the results name, each once, in their order. */
export const namedPhotos = ({ checklist, defects }: Results): string[] => [
  ...new Set([...defects, ...checklist].flatMap(({ photoIds: ids }) => ids)),
];

export const VERDICTS = ["pass", "fail", "pending"] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** A class with what was found of it; within its limit up to the acceptance number. */
export type ClassResult = SamplingPlanRow & { readonly found: number; readonly isWithin: boolean };
export type TestResult = TestPlanRow & {
  readonly unitsTested: number;
  readonly failed: number;
  readonly isWithin: boolean;
};

/** Why a lot fails by itself, whoever looks at it. */
export type FailReason =
  | { readonly kind: "class_over"; readonly defectClass: DefectClass }
  | { readonly kind: "critical_defect" }
  | { readonly kind: "test_over"; readonly test: number }
  | { readonly kind: "critical_point" | "critical_point_outside"; readonly point: number };

/** What no sample decides, so that the client has to. */
export type PendingReason =
  | {
      readonly kind: "point_failed" | "point_outside" | "point_unclear" | "critical_not_applied";
      readonly point: number;
    }
  | { readonly kind: "presented_short" | "presented_over"; readonly line: number }
  | { readonly kind: "packed_short"; readonly percent: number; readonly minimum: number }
  | { readonly kind: "defects_without_limit"; readonly defectClass: DefectClass };

export type Judgement = {
  readonly kind: VerdictKind;
  readonly classes: readonly ClassResult[];
  readonly tests: readonly TestResult[];
  readonly fails: readonly FailReason[];
  readonly pending: readonly PendingReason[];
};

/** On what a verdict rests: a drawn sample, the watching of a loading, or tests and points alone. Its words differ by it. */
export function verdictBasis({ type, rows }: Pick<RoundPlan, "type" | "rows">): "sampled" | "loading" | "unsampled" {
  if (rows.length > 0) return "sampled";
  return type === "container_loading" ? "loading" : "unsampled";
}

export const foundOf = ({ defects }: Pick<Results, "defects">, defectClass: DefectClass): number =>
  defects.reduce((sum, defect) => (defect.defectClass === defectClass ? sum + defect.count : sum), 0);

/**
 * Pieces packed of those ordered, in whole percent rounded down: 79.9 percent are not 80. What is packed beyond the order of a line makes up
 * for no other line. Null while a line is not counted yet.
 */
export function packedPercentOf({ lines }: RoundPlan, { quantities }: Results): number | null {
  const ordered = lines.reduce((sum, line) => sum + line.ordered, 0);
  const packed = quantities.reduce((sum, one) => sum + Math.min(one.packed, lines[one.line]?.ordered ?? 0), 0);
  const isCounted = lines.every((_, at) => quantities.some(({ line }) => line === at));
  return ordered === 0 || !isCounted ? null : Math.floor((packed * 100) / ordered);
}

type Told = Results["checklist"][number];

/** Whether a point was passed although what was measured lies outside its tolerance. */
const isPassedOutside = ({ points }: RoundPlan, { point, outcome, measured }: Told): boolean =>
  outcome === "pass" && measured !== undefined && isOutsideTolerance(measured, points[point]?.tolerance);

function failsOfPoints(plan: RoundPlan, { checklist }: Results): FailReason[] {
  return checklist.flatMap((told): FailReason[] => {
    const { point, outcome } = told;
    if (!plan.points[point]?.isCritical) return [];
    if (outcome === "fail") return [{ kind: "critical_point", point }];
    return isPassedOutside(plan, told) ? [{ kind: "critical_point_outside", point }] : [];
  });
}

function pendingOfPoints(plan: RoundPlan, { checklist }: Results): PendingReason[] {
  return checklist.flatMap((told): PendingReason[] => {
    const { point, outcome } = told;
    const isCritical = plan.points[point]?.isCritical ?? false;
    if (!isCritical && isPassedOutside(plan, told)) return [{ kind: "point_outside", point }];
    if (outcome === "unclear") return [{ kind: "point_unclear", point }];
    if (outcome === "fail" && !isCritical) return [{ kind: "point_failed", point }];
    return outcome === "not_applicable" && isCritical ? [{ kind: "critical_not_applied", point }] : [];
  });
}

/** Visits while goods are still being made: what is not there yet is not short. */
const STILL_MADE: readonly InspectionType[] = ["initial_production", "during_production"];

function pendingOfQuantities(plan: RoundPlan, results: Results): PendingReason[] {
  const orderedOf = (line: number) => plan.lines[line]?.ordered ?? 0;
  const short = results.quantities.filter(
    ({ line, presented }) => !STILL_MADE.includes(plan.type) && presented < orderedOf(line),
  );
  const over = results.quantities.filter(({ line, presented }) => presented > orderedOf(line));
  const percent = packedPercentOf(plan, results);
  const minimum = plan.packedPercentMin;
  return [
    ...short.map(({ line }) => ({ kind: "presented_short", line }) as const),
    ...over.map(({ line }) => ({ kind: "presented_over", line }) as const),
    ...(minimum !== null && percent !== null && percent < minimum
      ? [{ kind: "packed_short", percent, minimum } as const]
      : []),
  ];
}

/** Where no sample is drawn there is no limit: a critical defect fails all the same, others are the client's to weigh. */
function ofUnsampled(plan: RoundPlan, results: Results): Pick<Judgement, "fails" | "pending"> {
  if (plan.rows.length > 0) return { fails: [], pending: [] };
  const found = DEFECT_CLASSES.filter((defectClass) => foundOf(results, defectClass) > 0);
  return {
    fails: found.includes("critical") ? [{ kind: "critical_defect" }] : [],
    pending: found
      .filter((defectClass) => defectClass !== "critical")
      .map((defectClass) => ({ kind: "defects_without_limit", defectClass })),
  };
}

/**
 * The verdict on a lot, computed of the plan and of what was found and of nothing else. It fails where a class has more defects than its
 * acceptance number, a test more failed units than its own, or a critical point of the checklist fails; one that was passed with a reading outside
 * its tolerance fails like one that was failed. What no sample decides (another point that fails or is outside, one that is unclear, a critical one that was said not to apply, goods that are short and no longer made, goods beyond the order) leaves it pending for the client.
 * The lot stays the one that was ordered, with its sample: what is beyond it is left out and said so.
 * Everything else passes. Failing comes before pending (ISO 2859-1, single sampling; the rest is this market's rule).
 */
export function judge(plan: RoundPlan, results: Results): Judgement {
  const classes = plan.rows.map((row) => {
    const found = foundOf(results, row.defectClass);
    return { ...row, found, isWithin: found <= row.acceptanceNumber };
  });
  const tests = plan.tests.map((row, test) => {
    const { unitsTested = 0, failed = 0 } = results.tests.find((one) => one.test === test) ?? {};
    return { ...row, unitsTested, failed, isWithin: failed <= row.acceptanceNumber };
  });
  const unsampled = ofUnsampled(plan, results);
  const fails: FailReason[] = [
    ...classes.flatMap(({ defectClass, isWithin }) => (isWithin ? [] : [{ kind: "class_over", defectClass } as const])),
    ...unsampled.fails,
    ...tests.flatMap(({ isWithin }, test) => (isWithin ? [] : [{ kind: "test_over", test } as const])),
    ...failsOfPoints(plan, results),
  ];
  const pending = [...unsampled.pending, ...pendingOfPoints(plan, results), ...pendingOfQuantities(plan, results)];
  return { kind: fails.length > 0 ? "fail" : pending.length > 0 ? "pending" : "pass", classes, tests, fails, pending };
}
