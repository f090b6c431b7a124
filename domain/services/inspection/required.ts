import { always, type Asked, type Requirement, whole } from "../requirement";
import { type InspectionType, SAMPLED_TYPES } from "./choices";

const isSampled = (asked: Asked): boolean => SAMPLED_TYPES.includes(asked("type") as InspectionType);
const isOfLot = (asked: Asked): boolean => isSampled(asked) || asked("type") === "defect_sorting";

/**
 * What a request for inspection must name: type, place and day; a lot where it is judged by a sample or sorted, as its size or as products; and
 * for a sample level and limits, the usual ones or own ones; a first language of the report beside a second.
 */
export const inspectionRequired: readonly Requirement[] = [
  ...always("type", "factoryAddress", "date"),
  ...whole("factoryPosition", ["latE6", "lonE6"]),
  { path: "lotSize", code: "lot_size_missing", isDue: (asked) => isOfLot(asked) && asked("products") === undefined },
  { path: "level", code: "level_missing", isDue: isSampled },
  { path: "aqlPreset", code: "aql_missing", isDue: (asked) => isSampled(asked) && asked("aql") === undefined },
  {
    path: "reportLanguage",
    code: "first_language_missing",
    isDue: (asked) => asked("secondReportLanguage") !== undefined,
  },
  ...whole("aql", ["critical", "major", "minor"]),
];
