import { z } from "zod";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { schemaOf } from "../spec-schema";
import { customsFields } from "./spec";

/** Lines that a request may give quantities of; further ones are estimated by weight and value alone. */
const QUANTITY_LINES_MAX = 100;
const QUANTITY_MILLI_MAX = 1_000_000_000_000;

/** The number of a line, as the cargo counts from 1. */
export const cargoLineNumber = z.string().regex(/^[1-9]\d{0,2}$/, "line_malformed");

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
