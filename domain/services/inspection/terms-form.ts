import type { FormField } from "../form/field";
import { list, number, text, thousandths } from "../form/fields";

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
