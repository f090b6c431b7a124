import { z } from "zod";
import { positionSchema } from "@/domain/shared/position";
import { boundedText, localDateField } from "../../shared/wire-fields";
import {
  CHECKLIST_MAX,
  CHECKPOINTS,
  HOLD_RULES,
  INSPECTION_TYPES,
  LOT_SIZE_MAX,
  NAMED_TESTS,
  PHOTO_SUBJECTS,
  PRODUCTS_MAX,
  REPORT_LANGUAGES,
  SITE_TESTS,
  SPECIAL_TESTS_MAX,
  STANDARDS,
} from "./choices";
import { AQLS, AQL_PRESET_NAMES, type Aql, LEVELS, SEVERITIES, SPECIAL_LEVELS } from "./sampling";

const aqlField = z.literal([0, ...AQLS] as Aql[], "aql_unknown");
const percent = z.int().min(0).max(100);

/** Choices of which each may be named once. */
const someOf = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z
    .array(z.enum(choices))
    .max(choices.length)
    .refine((list) => new Set(list).size === list.length, "named_twice")
    .optional();

const product = z.strictObject({
  name: boundedText(120).meta({ description: "Product, style or SKU" }),
  quantity: z.int().min(1).max(LOT_SIZE_MAX).meta({ description: "Ordered, in pieces" }),
});

const checklistItem = z.strictObject({
  code: z.enum(CHECKPOINTS).optional(),
  text: boundedText(200).optional().meta({ description: "Required where no code is given" }),
  method: boundedText(120).optional(),
  tolerance: boundedText(80).optional(),
  tool: boundedText(80).optional(),
  level: z.enum(LEVELS).optional().meta({ description: "A sample of its own; every drawn unit where not given" }),
  isCritical: z.boolean().optional().meta({ description: "A failure is a critical defect" }),
});

const specialTest = z.strictObject({
  test: z.enum(NAMED_TESTS),
  text: boundedText(80).optional().meta({ description: "Names the test where it is another one" }),
  level: z.enum(SPECIAL_LEVELS),
});

export const inspectionSpecSchema = z.strictObject({
  type: z.enum(INSPECTION_TYPES),
  manufacturer: boundedText(160).optional().meta({ description: "Who makes the goods; stands in the report" }),
  factoryAddress: boundedText(300),
  factoryPosition: positionSchema.omit({ accuracyM: true }).optional().meta({
    description: "Where the goods are, so that photos from elsewhere are pointed out",
  }),
  date: localDateField,
  alternativeDate: localDateField.optional(),
  loadingDate: localDateField.optional().meta({ description: "The deal's ready date where not given" }),
  products: z.array(product).min(1).max(PRODUCTS_MAX).optional(),
  standard: z.enum(STANDARDS).optional().meta({ description: "iso-2859-1 where not given" }),
  level: z.enum(LEVELS).optional(),
  aqlPreset: z.enum(AQL_PRESET_NAMES).optional().meta({
    description: "usual is 0 / 2.5 / 4.0, high_value 0 / 1.5 / 2.5; holds where aql is not given",
  }),
  aql: z.strictObject({ critical: aqlField, major: aqlField, minor: aqlField }).optional(),
  lotSize: z.int().min(1).max(LOT_SIZE_MAX).optional().meta({
    description: "The sum of the products' quantities where not given",
  }),
  severity: z.enum(SEVERITIES).optional().meta({ description: "normal where not given" }),
  specialTests: z.array(specialTest).min(1).max(SPECIAL_TESTS_MAX).optional(),
  checklist: z.array(checklistItem).min(1).max(CHECKLIST_MAX).optional(),
  checksPerUnit: z.int().min(1).max(50).optional().meta({
    description:
      "Checks on each unit, half a minute each and six minutes a unit at most; where not given, as many as the checklist has items without a sample of their own, and 3 at least (1 where defects are sorted out)",
  }),
  siteTests: someOf(SITE_TESTS),
  labTests: z.int().min(1).max(100).optional(),
  containers: z.int().min(1).max(100).optional().meta({ description: "Loaded at the same time" }),
  madePercent: percent.optional().meta({ description: "Expected to be finished on the date" }),
  packedPercent: percent.optional().meta({ description: "Expected to be packed on the date" }),
  packing: boundedText(300).optional(),
  marks: boundedText(300).optional(),
  hasGoldenSample: z.boolean().optional(),
  photosWanted: someOf(PHOTO_SUBJECTS),
  reportLanguage: z.enum(REPORT_LANGUAGES).optional(),
  secondReportLanguage: z.enum(REPORT_LANGUAGES).optional(),
  holdRule: z.enum(HOLD_RULES).optional().meta({ description: "What stops when the lot fails" }),
  remarks: boundedText(1_000).optional(),
});
export type InspectionSpec = z.output<typeof inspectionSpecSchema>;
