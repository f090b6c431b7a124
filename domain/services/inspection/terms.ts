import { z } from "zod";
import { boundedText } from "../wire-fields";
import { INSPECTOR_GRADES, REPORT_LANGUAGES } from "./choices";

/** What an inspection bid promises beside its prices. */
export const inspectionTermsSchema = z.strictObject({
  inspectorGrade: z.enum(INSPECTOR_GRADES).optional(),
  accreditationNumber: boundedText(60).optional().meta({ description: "ISO/IEC 17020 accreditation" }),
  reportHours: z.int().min(1).max(240).optional().meta({ description: "From leaving the site to the report" }),
  reportLanguage: z.enum(REPORT_LANGUAGES).optional(),
  cancellationHours: z.int().min(0).max(240).optional().meta({ description: "Free of charge until so long before" }),
  isImpartial: z.boolean().optional().meta({ description: "No business with the factory in the last 12 months" }),
});
export type InspectionTerms = z.output<typeof inspectionTermsSchema>;
