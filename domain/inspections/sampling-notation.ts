import { type Aql, DEFECT_CLASSES, limitsOf, SPECIAL_LEVELS } from "../services/inspection/sampling";
import type { InspectionSpec } from "../services/inspection/spec";

/** A limit as the trade writes it: "0", "0.65", "2.5", "4.0". */
const limitText = (aql: Aql): string => (aql === 0 || !Number.isInteger(aql) ? String(aql) : aql.toFixed(1));

/**
 * By what a lot is judged, as reports state it in every language: "GL II · AQL 0 / 2.5 / 4.0", the limits of critical, major and minor defects
 * in percent (ISO 2859-1). Null where no sample was agreed.
 */
export function samplingNotation(spec: Pick<InspectionSpec, "level" | "aql" | "aqlPreset">): string | null {
  const limits = limitsOf(spec);
  if (!limits || !spec.level) return null;
  const isSpecial = SPECIAL_LEVELS.some((level) => level === spec.level);
  const level = isSpecial ? spec.level : `GL ${spec.level}`;
  return `${level} · AQL ${DEFECT_CLASSES.map((name) => limitText(limits[name])).join(" / ")}`;
}
