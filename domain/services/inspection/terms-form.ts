import type { FormField } from "../form/field";

/** The fields of a bid's terms for inspection; clock times are in the reader's zone. */
export const inspectionTermsForm = [
  { name: "inspectorGrade", path: "inspectorGrade", as: "text" },
  { name: "accreditationNumber", path: "accreditationNumber", as: "text" },
  { name: "reportHours", path: "reportHours", as: "number" },
  { name: "reportLanguage", path: "reportLanguage", as: "text" },
  { name: "cancellationHours", path: "cancellationHours", as: "number" },
  { name: "isImpartial", path: "isImpartial", as: "flag" },
] as const satisfies readonly FormField[];
