import type { FormField } from "../form/field";

/** The fields of a bid's terms for inspection; clock times are in the reader's zone. In a browser a bidder declares its impartiality. */
export const inspectionTermsForm = [
  { name: "manDaysOffered", path: "manDaysOfferedMilli", as: "thousandths" },
  { name: "inspectorGrade", path: "inspectorGrade", as: "text" },
  { name: "inspectorLanguages", path: "inspectorLanguages", as: "list" },
  { name: "accreditationType", path: "accreditationType", as: "text" },
  { name: "accreditationNumber", path: "accreditationNumber", as: "text" },
  { name: "dateSlots", path: "dateSlots", as: "list" },
  { name: "reportHours", path: "reportHours", as: "number" },
  { name: "reportLanguage", path: "reportLanguage", as: "text" },
  { name: "cancellationHours", path: "cancellationHours", as: "number" },
  { name: "isImpartial", path: "isImpartial", as: "flag", mustBeTicked: true },
] as const satisfies readonly FormField[];
