import { SAMPLED_TYPES } from "../choices";
import { limitsOf } from "../sampling/aql-preset";
import { type SamplingPlanRow, samplingPlan, unitsAtLevel } from "../sampling/sampling";
import type { InspectionSpec } from "../spec";
import { lotSizeOf } from "./lot-size";
import { manDaysMilliForLoading, manDaysMilliForMinutes, manDaysMilliForSorting, minutesOnSite } from "./man-days";
import { type TestPlanRow, testPlanFor } from "./test-plan";

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
export type PlannedVisit = { readonly checks: number; readonly tests: number; readonly minutes: number };

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
