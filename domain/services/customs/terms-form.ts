import type { FormField } from "../form/field";

/** The fields of a bid's terms for customs; clock times are in the reader's zone. */
export const customsTermsForm = [
  { name: "licenceNumber", path: "licenceNumber", as: "text" },
  { name: "clearancePost", path: "clearancePost", as: "text" },
  { name: "declarantRole", path: "declarantRole", as: "text" },
  { name: "hoursToFile", path: "hoursToFile", as: "number" },
  { name: "hoursToRelease", path: "hoursToRelease", as: "number" },
  { name: "dutyPaidBy", path: "dutyPaidBy", as: "text" },
] as const satisfies readonly FormField[];
