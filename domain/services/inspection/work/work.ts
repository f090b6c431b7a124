import { SAMPLED_TYPES } from "../choices";
import { hoursForChecks, manDaysMilliForHours, manDaysMilliForLoading, manDaysMilliForSorting } from "./man-days";
import { type SamplingPlanRow, samplingPlan } from "../sampling/sampling";
import type { InspectionSpec } from "../spec";

/** The sampling plan of a request; empty where the type draws no sample or its values are not complete yet. */
export function planOf({ type, lotSize, level, aql, severity }: InspectionSpec): SamplingPlanRow[] {
  if (!SAMPLED_TYPES.includes(type) || lotSize === undefined || level === undefined || aql === undefined) return [];
  return samplingPlan({ lotSize, level, aql, severity: severity ?? "normal" });
}

/** Units that the inspector takes in hand: the largest sample of the classes, drawn once for all. */
export const unitsToDraw = (plan: readonly SamplingPlanRow[]): number =>
  plan.reduce((most, row) => Math.max(most, row.sampleSize), 0);

/** Thousandths of a man-day that the request asks for; null where a laboratory works and nobody is on site. */
export function manDaysMilli(spec: InspectionSpec): number | null {
  const checksPerUnit = spec.checksPerUnit ?? 1;
  if (spec.type === "lab_test") return null;
  if (spec.type === "container_loading") return manDaysMilliForLoading(spec.containers ?? 1);
  if (spec.type === "defect_sorting") return manDaysMilliForSorting((spec.lotSize ?? 0) * checksPerUnit);
  return manDaysMilliForHours(hoursForChecks(unitsToDraw(planOf(spec)) * checksPerUnit));
}
