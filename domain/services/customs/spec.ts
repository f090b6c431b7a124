import { z } from "zod";
import { priceSchema } from "@/domain/shared/money-schema";
import { boundedText, countryField } from "../wire-fields";

export const SIDES = ["export", "import", "both", "transit"] as const;
export type Side = (typeof SIDES)[number];

/** China's supervision modes that the market's goods move under; the code is the customs' own. */
export const SUPERVISION_MODES = ["0110", "1039", "1210", "4019", "9610", "9710", "9810"] as const;
export type SupervisionMode = (typeof SUPERVISION_MODES)[number];

export const IMPORT_PROCEDURES = ["home_use", "transit", "temporary", "warehouse"] as const;
export const CLASSIFIERS = ["buyer", "broker"] as const;

/** Certificates that a broker may be asked to obtain, named like the market's documents. */
export const CERTIFICATES = [
  "origin_form_e",
  "origin_ct1",
  "origin_general",
  "phytosanitary",
  "veterinary",
  "health",
  "fumigation",
  "eac_declaration",
  "eac_certificate",
  "conformity_certificate",
  "export_licence",
  "quarantine_permit",
] as const;
export type Certificate = (typeof CERTIFICATES)[number];

const party = z.strictObject({ name: boundedText(160), country: countryField, taxId: boundedText(32) });

export const customsSpecSchema = z.strictObject({
  side: z.enum(SIDES),
  supervisionMode: z
    .enum(SUPERVISION_MODES)
    .optional()
    .meta({ description: "Required where goods are declared in China" }),
  importerOfRecord: party.optional().meta({ description: "Required for the import side" }),
  exporterCode: z
    .string()
    .regex(/^[0-9A-Z]{10}$|^[0-9A-Z]{18}$/, "exporter_code_malformed")
    .optional()
    .meta({ description: "China's 10-character customs code or 18-character social credit code" }),
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
  freightToBorder: priceSchema.optional(),
  insuranceToBorder: priceSchema.optional(),
  remarks: boundedText(1_000).optional(),
});
export type CustomsSpec = z.output<typeof customsSpecSchema>;
