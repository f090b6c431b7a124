import { z } from "zod";
import { boundedText, localDateField } from "../../shared/wire-fields";
import { DATE_SLOTS_MAX, INSPECTION_BODY_TYPES, INSPECTOR_GRADES, REPORT_LANGUAGES } from "./choices";

const isWithoutRepeats = (list: readonly string[]): boolean => new Set(list).size === list.length;

/**
 * What an inspection bid promises beside its prices. The price of a re-inspection, of a weekend and of overtime are charge lines:
 * there they are in the bid's currency, compared and binding.
 */
export const inspectionTermsSchema = z.strictObject({
  manDaysOfferedMilli: z.int().min(100).max(1_000_000).optional().meta({
    description: "Thousandths of a man-day that the bidder plans; the price follows from those of the request",
  }),
  inspectorGrade: z.enum(INSPECTOR_GRADES).optional(),
  inspectorLanguages: z
    .array(z.enum(REPORT_LANGUAGES))
    .max(REPORT_LANGUAGES.length)
    .refine(isWithoutRepeats, "named_twice")
    .optional(),
  accreditationType: z.enum(INSPECTION_BODY_TYPES).optional().meta({
    description: "Type of inspection body by ISO/IEC 17020",
  }),
  accreditationNumber: boundedText(60).optional().meta({
    description: "ISO/IEC 17020 accreditation, such as one by CNAS",
  }),
  dateSlots: z.array(localDateField).max(DATE_SLOTS_MAX).refine(isWithoutRepeats, "named_twice").optional().meta({
    description: "Days on which the inspector can be there",
  }),
  reportHours: z.int().min(1).max(240).optional().meta({ description: "From leaving the site to the report" }),
  reportLanguage: z.enum(REPORT_LANGUAGES).optional(),
  cancellationHours: z.int().min(0).max(240).optional().meta({ description: "Free of charge until so long before" }),
  isImpartial: z.boolean().optional().meta({
    description: "No business with the factory in the last 12 months; not declared where not given",
  }),
});
export type InspectionTerms = z.output<typeof inspectionTermsSchema>;
