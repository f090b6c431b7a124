import { type TypeOfList, choice, days, flag, list, number, text, thousandths } from "../member-list";
import { DATE_SLOTS_MAX, INSPECTION_BODY_TYPES, INSPECTOR_GRADES, REPORT_LANGUAGES } from "./choices";

const option = <const Group extends string>(group: Group) => `service-inspection.option.${group}` as const;
const LANGUAGES = { values: REPORT_LANGUAGES, words: "services.language" } as const;

/**
 * What an inspection bid promises beside its prices, in the order of its form. The price of a re-inspection, of a weekend and of overtime are
 * charge lines: there they are in the bid's currency, compared and binding. In a browser a bidder declares its impartiality.
 */
export const inspectionTermsFields = [
  thousandths(
    "manDaysOfferedMilli",
    { min: 100, max: 1_000_000, field: "manDaysOffered", box: 1 },
    "Thousandths of a man-day that the bidder plans; the price follows from those of the request",
  ),
  number("reportHours", { min: 1, max: 240, unit: "hours", box: 7 }, "From leaving the site to the report"),
  days("dateSlots", { max: DATE_SLOTS_MAX, width: 12, box: 6 }, "Days on which the inspector can be there"),
  flag(
    "isImpartial",
    { mustBeTicked: true, width: 12, box: 10 },
    "No business with the factory in the last 12 months; not declared where not given",
  ),
  choice("inspectorGrade", {
    values: INSPECTOR_GRADES,
    words: option("grade"),
    fold: "inspector",
    width: 12,
    box: 2,
  }),
  list("inspectorLanguages", { ...LANGUAGES, fold: "inspector", width: 12, box: 3 }),
  choice(
    "accreditationType",
    { values: INSPECTION_BODY_TYPES, words: option("bodyType"), fold: "inspector", box: 4 },
    "Type of inspection body by ISO/IEC 17020",
  ),
  text(
    "accreditationNumber",
    { max: 60, fold: "inspector", box: 5 },
    "ISO/IEC 17020 accreditation, such as one by CNAS",
  ),
  choice("reportLanguage", { ...LANGUAGES, fold: "report", box: 8 }),
  number(
    "cancellationHours",
    { min: 0, max: 240, unit: "hours", fold: "report", box: 9 },
    "Free of charge until so long before",
  ),
] as const;
export type InspectionTerms = TypeOfList<typeof inspectionTermsFields>;
