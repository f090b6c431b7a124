import { z } from "zod";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { schemaOf } from "../list-schema";
import { boundedText } from "../../shared/wire-fields";
import { parseHsCode } from "@/domain/tariff/hs-code";
import { RATE_BPS_MAX } from "../../shared/parse-scaled";
import { CONFIDENCES, HS_REFERENCE_MAX } from "./choices";
import { customsFields } from "./spec";
import { customsTermsFields } from "./terms";

/** Lines that a request may give quantities of; further ones are estimated by weight and value alone. */
const QUANTITY_LINES_MAX = 100;
const QUANTITY_MILLI_MAX = 1_000_000_000_000;

/** The number of a line, as the cargo counts from 1. */
const cargoLineNumber = z.string().regex(/^[1-9]\d{0,2}$/, "line_malformed");

/** Thousandths of each unit that a specific duty may count, by the number of the cargo line. */
const lineQuantitiesSchema = z
  .record(
    cargoLineNumber,
    z.strictObject(
      Object.fromEntries(DUTY_UNITS.map((unit) => [unit, z.int().min(1).max(QUANTITY_MILLI_MAX).optional()])) as Record<
        (typeof DUTY_UNITS)[number],
        z.ZodOptional<z.ZodInt>
      >,
    ),
  )
  .refine((lines) => Object.keys(lines).length <= QUANTITY_LINES_MAX, "too_many")
  .meta({ description: "Thousandths of the units that a specific duty counts, by cargo line; kg are net weight" });

export const customsSpecSchema = schemaOf(customsFields, { lineQuantities: lineQuantitiesSchema });

/** Opinions of a bid: as many as fit the one size of sealed bids beside the longest lines and texts. */
export const HS_OPINIONS_MAX = 12;

const rateBps = z.int().min(0).max(RATE_BPS_MAX);

const hsOpinionSchema = z.strictObject({
  hsCode: z
    .string()
    .max(14)
    .refine((text) => parseHsCode(text) !== null, "hs_code_malformed"),
  dutyBps: rateBps.optional(),
  vatBps: rateBps.optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  reference: boundedText(HS_REFERENCE_MAX).optional().meta({ description: "A ruling, a note of the tariff" }),
});

const hsOpinions = z
  .record(cargoLineNumber, hsOpinionSchema)
  .refine((lines) => Object.keys(lines).length <= HS_OPINIONS_MAX, "too_many_lines")
  .meta({ description: "How the broker would classify, by the number of the cargo line" });

export const customsTermsSchema = schemaOf(customsTermsFields, { hsOpinions }).refine(
  ({ hoursToRelease: typical, hoursToReleaseP90: p90 }) => p90 === undefined || p90 >= (typical ?? 0),
  { message: "p90_below_typical", path: ["hoursToReleaseP90"] },
);
