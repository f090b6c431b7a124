import type { InspectionSpec } from "./spec";
import { type NamedTest, SAMPLED_TYPES } from "./choices";
import {
  type AqlLimits,
  type AqlPreset,
  type SamplingPlanRow,
  type Severity,
  type SpecialLevel,
  limitsOf,
  planAt,
  samplingPlan,
  unitsAtLevel,
} from "./sampling";
import {
  FIXED_MINUTES,
  MINUTES_PER_CHECK,
  MINUTES_PER_MAN_DAY,
  MINUTES_PER_TEST,
  MINUTES_PER_UNIT_MAX,
  manDaysMilliForLoading,
  manDaysMilliForMinutes,
  manDaysMilliForSorting,
  minutesOnSite,
} from "./man-days";

/** Pieces of all product lines together; null where none is named. */
export const orderedPieces = ({ products }: Pick<InspectionSpec, "products">): number | null =>
  products === undefined ? null : products.reduce((sum, { quantity }) => sum + quantity, 0);

/** The lot that is judged: the size that the request states, else what its product lines come to; null where it has neither. */
export const lotSizeOf = (spec: Pick<InspectionSpec, "lotSize" | "products">): number | null =>
  spec.lotSize ?? orderedPieces(spec);

/** The plan of one named test: its own sample, accepted up to `acceptanceNumber` failures. */
export type TestPlanRow = Omit<SamplingPlanRow, "defectClass"> & {
  readonly test: NamedTest;
  /** Names the test where it is another one. */
  readonly text: string | null;
  readonly level: SpecialLevel;
};

type Asked = {
  readonly severity?: Severity | undefined;
  readonly aql?: AqlLimits | undefined;
  readonly aqlPreset?: AqlPreset | undefined;
  readonly specialTests?:
    | readonly { readonly test: NamedTest; readonly text?: string | undefined; readonly level: SpecialLevel }[]
    | undefined;
};

/**
 * Named tests draw at their own special level, and a unit that fails one counts as a major defect: so the limit of major defects
 * decides how many may fail (a rule of this market, since ISO 2859-1 leaves the limit of a special level to the parties).
 */
function testPlanFor(lotSize: number, asked: Asked): TestPlanRow[] {
  const limits = limitsOf(asked);
  if (limits === null) return [];
  const severity = asked.severity ?? "normal";
  return (asked.specialTests ?? []).map(({ test, text, level }) => ({
    test,
    text: text ?? null,
    level,
    ...planAt({ lotSize, level, severity, limit: limits.major }),
  }));
}

/** What of a request decides on its samples and its time; a form that is still being written has as much. */
export type AskedWork = Pick<
  InspectionSpec,
  | "type"
  | "lotSize"
  | "products"
  | "level"
  | "severity"
  | "aql"
  | "aqlPreset"
  | "specialTests"
  | "siteTests"
  | "checklist"
  | "checksPerUnit"
  | "containers"
>;

/** The sampling plan of a request; empty where the type draws no sample or its values are not complete yet. */
export function planOf(work: AskedWork): SamplingPlanRow[] {
  const [lotSize, aql] = [lotSizeOf(work), limitsOf(work)];
  const { type, level, severity } = work;
  if (!SAMPLED_TYPES.includes(type) || lotSize === null || level === undefined || aql === null) return [];
  return samplingPlan({ lotSize, level, aql, severity: severity ?? "normal" });
}

/** The plan of each named test; empty where `planOf` is. */
export function testPlanOf(work: AskedWork): TestPlanRow[] {
  const lotSize = lotSizeOf(work);
  return lotSize === null || planOf(work).length === 0 ? [] : testPlanFor(lotSize, work);
}

/** Units that the inspector takes in hand: the largest sample of the classes, drawn once for all. */
export const unitsToDraw = (plan: readonly SamplingPlanRow[]): number =>
  plan.reduce((most, row) => Math.max(most, row.sampleSize), 0);

/** What an inspector looks at on every unit of a sample, whatever the checklist says: looks, workmanship and marking. */
const CHECKS_OF_SAMPLED_UNIT = 3;

/**
 * Checks on each unit: as stated, else the checklist's items that have no sample of their own, and three at least of a sampled unit; of
 * one that is sorted one, since sorting looks for one known defect.
 */
export function checksPerUnitOf({ type, checksPerUnit, checklist = [] }: AskedWork): number {
  const least = type === "defect_sorting" ? 1 : CHECKS_OF_SAMPLED_UNIT;
  return checksPerUnit ?? Math.max(least, checklist.filter((item) => item.level === undefined).length);
}

/** Named tests, each once whether it has a sample of its own or is ticked. */
function testsOf({ specialTests = [], siteTests = [] }: AskedWork): number {
  const sampled = new Set<string>(specialTests.map(({ test }) => test));
  return specialTests.length + siteTests.filter((test) => !sampled.has(test)).length;
}

/** What a visit does, and the minutes that takes. */
type PlannedVisit = { readonly checks: number; readonly tests: number; readonly minutes: number };

/**
 * Checks on the units drawn (of sorting on every unit of the lot) and on the own samples of checklist items, named tests, and the minutes of
 * one inspector that follow. Null where nothing is counted by units, or the sample is not known yet.
 */
export function visitOf(work: AskedWork): PlannedVisit | null {
  const lotSize = lotSizeOf(work);
  if (lotSize === null) return null;
  const isSorting = work.type === "defect_sorting";
  const units = isSorting ? lotSize : unitsToDraw(planOf(work));
  if (units === 0) return null;
  const ownChecks = isSorting
    ? 0
    : (work.checklist ?? []).reduce((sum, { level }) => sum + (level ? unitsAtLevel(lotSize, level) : 0), 0);
  const [checksPerUnit, tests] = [checksPerUnitOf(work), testsOf(work)];
  const minutes = minutesOnSite({ units, checksPerUnit, ownChecks, tests });
  return { checks: units * checksPerUnit + ownChecks, tests, minutes };
}

/** Thousandths of a man-day that the request asks for; null where a laboratory works and nobody is on site. */
export function manDaysMilli(work: AskedWork): number | null {
  if (work.type === "lab_test") return null;
  if (work.type === "container_loading") return manDaysMilliForLoading(work.containers ?? 1);
  const minutes = visitOf(work)?.minutes ?? 0;
  return work.type === "defect_sorting" ? manDaysMilliForSorting(minutes) : manDaysMilliForMinutes(minutes);
}

/** Words of `note.<code>` with the figures by which man-days were planned. */
export type ManDayRule = { readonly code: string; readonly values: Readonly<Record<string, number>> };

/** How the man-days of a request were planned, so that nobody has to take them on trust. Null where nobody is on site or nothing is known yet. */
export function manDayRuleOf(work: AskedWork): ManDayRule | null {
  switch (work.type) {
    case "lab_test":
      return null;
    case "container_loading":
    case "factory_audit":
      return { code: `man_day_rule.${work.type}`, values: {} };
    default: {
      const visit = visitOf(work);
      return (
        visit && {
          code: `man_day_rule.${work.type === "defect_sorting" ? "sorting" : "sampled"}`,
          values: valuesOf(visit),
        }
      );
    }
  }
}

const valuesOf = ({ checks, tests, minutes }: PlannedVisit) => ({
  ...{ checks, tests, minutes, fixed: FIXED_MINUTES, perCheck: MINUTES_PER_CHECK },
  ...{ perUnitMax: MINUTES_PER_UNIT_MAX, perTest: MINUTES_PER_TEST, perDay: MINUTES_PER_MAN_DAY },
});
