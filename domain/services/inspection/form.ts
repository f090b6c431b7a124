import { type Asked, type Requirement, always, whole } from "../requirement";
import { CHECKLIST_MAX, type InspectionType, PRODUCTS_MAX, SAMPLED_TYPES, SPECIAL_TESTS_MAX } from "./choices";
import type { FormValues } from "@/domain/shared/form-state";
import { type FormField, type FormReading, degrees, flag, list, number, rows, text, thousandths } from "../form-field";
import { readForm } from "../read-form";

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

/** The fields of a request for inspection, and the members of its spec that they fill. */
export const inspectionSpecForm = [
  text("type"),
  text("manufacturer"),
  text("factoryAddress"),
  degrees("factoryLat", "factoryPosition.latE6"),
  degrees("factoryLon", "factoryPosition.lonE6"),
  text("date"),
  text("alternativeDate"),
  text("loadingDate"),
  rows("products", PRODUCTS_MAX, [text("name"), number("quantity")]),
  text("standard"),
  text("level"),
  text("severity"),
  text("aqlPreset"),
  number("aqlCritical", "aql.critical"),
  number("aqlMajor", "aql.major"),
  number("aqlMinor", "aql.minor"),
  number("lotSize"),
  rows("specialTests", SPECIAL_TESTS_MAX, [text("test"), text("text"), text("level")]),
  rows("checklist", CHECKLIST_MAX, [
    text("code"),
    text("text"),
    text("method"),
    text("tolerance"),
    text("tool"),
    text("level"),
    flag("isCritical"),
  ]),
  number("checksPerUnit"),
  list("siteTests"),
  number("labTests"),
  number("containers"),
  number("madePercent"),
  number("packedPercent"),
  text("packing"),
  text("marks"),
  flag("hasGoldenSample"),
  list("photosWanted"),
  text("reportLanguage"),
  text("secondReportLanguage"),
  text("holdRule"),
  text("remarks"),
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(inspectionSpecForm, values);

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
