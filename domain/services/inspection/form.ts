import type { Asked, Requirement } from "../requirement";
import { type InspectionType, SAMPLED_TYPES } from "./choices";
import { type FormField, list, number, text, thousandths } from "../form-field";
import { formOf, requiredBy } from "../spec-list";
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

/** The fields of a bid's terms for inspection; clock times are in the reader's zone. In a browser a bidder declares its impartiality. */
export const inspectionTermsForm = [
  thousandths("manDaysOffered", "manDaysOfferedMilli"),
  text("inspectorGrade"),
  list("inspectorLanguages"),
  text("accreditationType"),
  text("accreditationNumber"),
  list("dateSlots"),
  number("reportHours"),
  text("reportLanguage"),
  number("cancellationHours"),
  { name: "isImpartial", path: "isImpartial", as: "flag", mustBeTicked: true },
] as const satisfies readonly FormField[];
