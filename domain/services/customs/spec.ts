import { z } from "zod";
import { priceSchema } from "@/domain/shared/money-schema";
import { boundedText, countryField } from "../../shared/wire-fields";
import { lineQuantitiesSchema } from "./line-quantities";
import { CERTIFICATES, CLASSIFIERS, IMPORT_PROCEDURES, SIDES, SUPERVISION_MODES } from "./choices";

const party = z.strictObject({
  name: boundedText(160),
  country: countryField,
  taxId: boundedText(32),
  kpp: boundedText(12).optional().meta({ description: "Of a Russian company" }),
});

const exporter = z.strictObject({ name: boundedText(160), country: countryField });

const residents = z.strictObject({
  persons: z.int().min(1).max(10_000),
  days: z.int().min(1).max(366).optional().meta({ description: "1 where not given" }),
});

export const customsSpecSchema = z.strictObject({
  side: z.enum(SIDES),
  supervisionMode: z
    .enum(SUPERVISION_MODES)
    .optional()
    .meta({ description: "Required where goods are declared in China, and refused where they are not" }),
  exporterOfRecord: exporter.optional().meta({ description: "Required for the export side" }),
  exporterCode: boundedText(32).optional().meta({
    description:
      "Required for the export side: of a Chinese company its 10-character customs code or 18-character social credit code, of others the tax number by which their customs know them",
  }),
  importerOfRecord: party.optional().meta({ description: "Required for the import side" }),
  borderResidents: residents
    .optional()
    .meta({ description: "Who brings goods in by mutual trade: CNY 8,000 a person a day are free of duty" }),
  importProcedure: z.enum(IMPORT_PROCEDURES).optional(),
  hsLines: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .meta({ description: "The distinct HS codes of the cargo where not given" }),
  declarations: z.int().min(1).max(50).optional().meta({ description: "On each side; 1 where not given" }),
  classificationBy: z.enum(CLASSIFIERS).optional(),
  certificates: z
    .array(z.enum(CERTIFICATES))
    .max(CERTIFICATES.length)
    .refine((list) => new Set(list).size === list.length, "named_twice")
    .optional(),
  lineQuantities: lineQuantitiesSchema.optional(),
  freightToBorder: priceSchema.optional(),
  insuranceToBorder: priceSchema.optional(),
  includedAfterBorder: priceSchema.optional().meta({
    description:
      "What of the goods value is no part of the customs value: carriage after the border and, under DDP, import duty and tax",
  }),
  remarks: boundedText(1_000).optional(),
});
export type CustomsSpec = z.output<typeof customsSpecSchema>;
