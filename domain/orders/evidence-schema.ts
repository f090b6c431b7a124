import { z } from "zod";
import type { Evidence } from "./evidence";
import {
  DECLARED_IN,
  type ReadNumber,
  readAirWaybill,
  readCmrNumber,
  readContainerNumber,
  readDeclarationNumber,
  readPlate,
  readSeal,
  readSmgsNumber,
  readTirCarnet,
  readWagonNumber,
} from "./document-numbers";
import { SEALS_MAX, WEIGHT_MAX_GRAMS } from "./typed-evidence";

const TYPED_MAX = 60;

const numberField = (read: (typed: string) => ReadNumber, description: string) =>
  z
    .string()
    .max(TYPED_MAX)
    .transform((typed, context) => {
      const { value, problem } = read(typed);
      if (problem === null) return value;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    })
    .meta({ description, type: "string" });

const declarationField = z
  .strictObject({ country: z.enum(DECLARED_IN), number: z.string().max(TYPED_MAX) })
  .transform(({ country, number }, context) => {
    const { value, problem } = readDeclarationNumber(country, number);
    if (problem === null) return { country, number: value };
    context.addIssue({ code: "custom", path: ["number"], message: problem });
    return z.NEVER;
  });

export const positionSchema = z.strictObject({
  latE6: z.int().min(-90_000_000).max(90_000_000).meta({ description: "Millionths of a degree north" }),
  lonE6: z.int().min(-180_000_000).max(180_000_000).meta({ description: "Millionths of a degree east" }),
  accuracyM: z.int().min(0).max(1_000_000).meta({ description: "Within so many metres" }),
});

/** Evidence as the API and the pages of people in the field send it; every number by its own rule, and kept in one form. */
export const evidenceSchema = z.strictObject({
  seals: z.array(numberField(readSeal, "As cut into the seal")).max(SEALS_MAX, "too_many_seals").optional(),
  containerNumber: numberField(readContainerNumber, "ISO 6346, with its check digit").optional(),
  wagonNumber: numberField(readWagonNumber, "Eight digits (1520 mm) or twelve (UIC), with the check digit").optional(),
  airWaybill: numberField(readAirWaybill, "Eleven digits, with the check digit").optional(),
  cmrNumber: numberField(readCmrNumber, "Of the road consignment note").optional(),
  roadWaybill: numberField(readCmrNumber, "Of the waybill of a bilateral road agreement").optional(),
  smgsNumber: numberField(readSmgsNumber, "Of the rail consignment note").optional(),
  tirCarnet: numberField(readTirCarnet, "Two letters and eight digits").optional(),
  declarations: z.array(declarationField).max(5).optional(),
  tractorPlate: numberField(readPlate, "Number plate of the truck").optional(),
  trailerPlate: numberField(readPlate, "Number plate of the trailer").optional(),
  grossWeightGrams: z.int().min(1).max(WEIGHT_MAX_GRAMS).optional(),
  position: positionSchema.nullable().optional().meta({ description: "Null where it is not to be told" }),
}) satisfies z.ZodType<Evidence, unknown>;
