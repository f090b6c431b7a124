import type { Asked, Requirement } from "../requirement";
import { type InspectionType, SAMPLED_TYPES } from "./choices";
import { formOf, requiredBy } from "../member-list";
import { inspectionFields } from "./spec";

const isSampled = (asked: Asked): boolean => SAMPLED_TYPES.includes(asked("type") as InspectionType);
const isOfLot = (asked: Asked): boolean => isSampled(asked) || asked("type") === "defect_sorting";

/**
 * What a request for inspection must name: type, place and day; a lot where it is judged by a sample or sorted, as its size or as products; and
 * for a sample level and limits, the usual ones or own ones; a first language of the report beside a second.
 */
export const inspectionRequired: readonly Requirement[] = [
  ...requiredBy(inspectionFields),
  { path: "lotSize", code: "lot_size_missing", isDue: (asked) => isOfLot(asked) && asked("products") === undefined },
  { path: "level", code: "level_missing", isDue: isSampled },
  { path: "aqlPreset", code: "aql_missing", isDue: (asked) => isSampled(asked) && asked("aql") === undefined },
  {
    path: "reportLanguage",
    code: "first_language_missing",
    isDue: (asked) => asked("secondReportLanguage") !== undefined,
  },
];

/** The fields of a request for inspection, and the members of its spec that they fill. */
export const inspectionSpecForm = formOf(inspectionFields);
