import { type Aql, DEFECT_CLASSES, limitsOf, SPECIAL_LEVELS } from "../services/inspection/sampling";
import { SAMPLED_TYPES } from "../services/inspection/choices";
import type { InspectionSpec } from "../services/inspection/spec";

/** A limit as the trade writes it: "0", "0.65", "2.5", "4.0". */
const limitText = (aql: Aql): string => (aql === 0 || !Number.isInteger(aql) ? String(aql) : aql.toFixed(1));

/**
 * By what a lot is judged, as reports state it in every language: "GL II · AQL 0 / 2.5 / 4.0", the limits of critical, major and minor defects
 * in percent (ISO 2859-1). Null where no sample was agreed, and of a type that draws none, whatever its request says of levels.
 */
export function samplingNotation(spec: Pick<InspectionSpec, "type" | "level" | "aql" | "aqlPreset">): string | null {
  const limits = limitsOf(spec);
  if (!limits || !spec.level || !SAMPLED_TYPES.includes(spec.type)) return null;
  const isSpecial = SPECIAL_LEVELS.some((level) => level === spec.level);
  const level = isSpecial ? spec.level : `GL ${spec.level}`;
  return `${level} · AQL ${DEFECT_CLASSES.map((name) => limitText(limits[name])).join(" / ")}`;
}
