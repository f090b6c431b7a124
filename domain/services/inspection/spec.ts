import { z } from "zod";
import { boundedText, localDateField } from "../wire-fields";
import { INSPECTION_TYPES, REPORT_LANGUAGES, STANDARDS } from "./choices";
import { AQLS, type Aql, LEVELS, SEVERITIES } from "./sampling/sampling";

const aqlField = z.literal([0, ...AQLS] as Aql[], "aql_unknown");

export const inspectionSpecSchema = z.strictObject({
  type: z.enum(INSPECTION_TYPES),
  factoryAddress: boundedText(300),
  date: localDateField,
  alternativeDate: localDateField.optional(),
  standard: z.enum(STANDARDS).optional().meta({ description: "iso-2859-1 where not given" }),
  level: z.enum(LEVELS).optional(),
  aql: z.strictObject({ critical: aqlField, major: aqlField, minor: aqlField }).optional(),
  lotSize: z.int().min(1).max(10_000_000).optional(),
  severity: z.enum(SEVERITIES).optional().meta({ description: "normal where not given" }),
  checksPerUnit: z
    .int()
    .min(1)
    .max(50)
    .optional()
    .meta({ description: "Checks on each sampled unit; 1 where not given" }),
  labTests: z.int().min(1).max(100).optional(),
  containers: z.int().min(1).max(100).optional().meta({ description: "Loaded at the same time" }),
  packedPercent: z.int().min(0).max(100).optional(),
  hasGoldenSample: z.boolean().optional(),
  reportLanguage: z.enum(REPORT_LANGUAGES).optional(),
  remarks: boundedText(1_000).optional(),
});
export type InspectionSpec = z.output<typeof inspectionSpecSchema>;
