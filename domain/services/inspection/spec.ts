import { z } from "zod";
import { boundedText, localDateField } from "../wire-fields";
import { AQLS, type Aql, LEVELS, SEVERITIES } from "./sampling";

export const INSPECTION_TYPES = [
  "initial_production",
  "during_production",
  "pre_shipment",
  "container_loading",
  "factory_audit",
  "lab_test",
  "defect_sorting",
  "border_reinspection",
] as const;
export type InspectionType = (typeof INSPECTION_TYPES)[number];

export const STANDARDS = ["iso-2859-1"] as const;

/** Types that judge a lot by a drawn sample, and so need a lot size, a level and limits. */
export const SAMPLED_TYPES: readonly InspectionType[] = [
  "initial_production",
  "during_production",
  "pre_shipment",
  "border_reinspection",
];

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
  reportLanguage: z.enum(["zh-CN", "en", "ru", "vi", "kk"]).optional(),
  remarks: boundedText(1_000).optional(),
});
export type InspectionSpec = z.output<typeof inspectionSpecSchema>;
