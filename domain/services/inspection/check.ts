import { type SpecIssue, specIssue } from "../spec-issue";
import { SAMPLED_TYPES } from "./choices";
import type { InspectionSpec } from "./spec";

/** Before shipment at least this share must be packed, or the sample does not speak for the lot. */
export const PACKED_PERCENT_MIN = 80;

/**
 * A type that judges by a sample needs lot size, level and limits; sorting needs its lot size; the second date follows the
 * first; a pre-shipment inspection waits until 80 percent are packed.
 */
export function checkInspection(spec: InspectionSpec): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const isSampled = SAMPLED_TYPES.includes(spec.type);
  if ((isSampled || spec.type === "defect_sorting") && spec.lotSize === undefined)
    issues.push(specIssue("lotSize", "lot_size_missing"));
  if (isSampled && spec.level === undefined) issues.push(specIssue("level", "level_missing"));
  if (isSampled && spec.aql === undefined) issues.push(specIssue("aql", "aql_missing"));
  if (spec.alternativeDate !== undefined && spec.alternativeDate <= spec.date)
    issues.push(specIssue("alternativeDate", "alternative_date_not_later"));
  const isUnpacked = spec.packedPercent !== undefined && spec.packedPercent < PACKED_PERCENT_MIN;
  if (spec.type === "pre_shipment" && isUnpacked)
    issues.push(specIssue("packedPercent", "packed_too_little", { min: PACKED_PERCENT_MIN }));
  return issues;
}
