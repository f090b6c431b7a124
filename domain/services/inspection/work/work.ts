import { SAMPLED_TYPES } from "../choices";
import { limitsOf } from "../sampling/aql-preset";
import { type SamplingPlanRow, samplingPlan, unitsAtLevel } from "../sampling/sampling";
import type { InspectionSpec } from "../spec";
import { lotSizeOf } from "./lot-size";
import { hoursForChecks, manDaysMilliForHours, manDaysMilliForLoading, manDaysMilliForSorting } from "./man-days";
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

/** Checks on each drawn unit: as stated, else the checklist's items that have no sample of their own, and one at least. */
export const checksPerUnitOf = ({ checksPerUnit, checklist = [] }: AskedWork): number =>
  checksPerUnit ?? Math.max(1, checklist.filter((item) => item.level === undefined).length);

function checksOfSample(work: AskedWork, lotSize: number): number {
  const drawn = unitsToDraw(planOf(work));
  if (drawn === 0) return 0;
  const ownSamples = (work.checklist ?? []).flatMap(({ level }) => (level ? [unitsAtLevel(lotSize, level)] : []));
  const samples = [...ownSamples, ...testPlanOf(work).map((row) => row.sampleSize)];
  return samples.reduce((sum, units) => sum + units, drawn * checksPerUnitOf(work));
}

/**
 * Checks in all: on each drawn unit, on the own samples of checklist items and on those of named tests; on every unit of the lot
 * where defects are sorted out. Null where nothing is counted by units, or the lot is not known yet.
 */
export function checksInAll(work: AskedWork): number | null {
  const lotSize = lotSizeOf(work);
  if (lotSize === null) return null;
  if (work.type === "defect_sorting") return lotSize * checksPerUnitOf(work);
  return SAMPLED_TYPES.includes(work.type) && planOf(work).length > 0 ? checksOfSample(work, lotSize) : null;
}

/** Thousandths of a man-day that the request asks for; null where a laboratory works and nobody is on site. */
export function manDaysMilli(work: AskedWork): number | null {
  if (work.type === "lab_test") return null;
  if (work.type === "container_loading") return manDaysMilliForLoading(work.containers ?? 1);
  const checks = checksInAll(work) ?? 0;
  return work.type === "defect_sorting" ? manDaysMilliForSorting(checks) : manDaysMilliForHours(hoursForChecks(checks));
}
