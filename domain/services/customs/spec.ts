import { z } from "zod";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { priceSchema } from "@/domain/shared/money-schema";
import { boundedText, countryField } from "../../shared/wire-fields";
import { CERTIFICATES, CLASSIFIERS, IMPORT_PROCEDURES, SIDES, SUPERVISION_MODES } from "./choices";
import { type Money, add, money } from "@/domain/shared/money";
import { isPortMode } from "@/domain/hubs/place";
import { isCarriageInPrice } from "@/domain/tariff/excluded-charges";
import type { Shipment } from "../shipment";

/** Lines that a request may give quantities of; further ones are estimated by weight and value alone. */
export const QUANTITY_LINES_MAX = 100;
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
export type LineQuantities = z.output<typeof lineQuantitiesSchema>;

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
      "What of the goods value is no part of the customs value: carriage after the border and, under DDP, import duty and tax; of an export alone freight and insurance beyond the place of exit",
  }),
  remarks: boundedText(1_000).optional(),
});
export type CustomsSpec = z.output<typeof customsSpecSchema>;

/**
 * What the customs are told that the goods are worth at the border: where they come in, and of an export alone where they leave. Goods value with freight and insurance to the border, without what the price holds after it: carriage there and, duty paid, the import's duty and
 * tax. In the currency of the goods; what comes in another currency is left out.
 */
export function customsValue(spec: CustomsSpec, { goodsValue }: Pick<Shipment, "goodsValue">): Money {
  const { freightToBorder, insuranceToBorder, includedAfterBorder: after } = spec;
  const value = [freightToBorder, insuranceToBorder]
    .filter((part) => part !== undefined && part.currency === goodsValue.currency)
    .reduce<Money>((sum, part) => add(sum, part as Money), goodsValue);
  const isPart = after !== undefined && after.currency === goodsValue.currency && after.minor < goodsValue.minor;
  return isPart ? money(value.minor - after.minor, value.currency) : value;
}

/**
 * What an export is declared at: the value at the place of exit, as under FOB, without the freight and insurance beyond it (Customs Law of China,
 * article 55). Of both sides over land that is the value where the goods come in without the insurance that is added there, since the border is
 * one. Null where the request does not say: of both sides by sea and air it gives no cost of the main leg, and an import alone none of the exit.
 */
export function exitValue(spec: CustomsSpec, shipment: Pick<Shipment, "goodsValue" | "mode">): Money | null {
  if (spec.side === "export") return customsValue(spec, shipment);
  if (spec.side !== "both" || isPortMode(shipment.mode)) return null;
  return customsValue({ ...spec, insuranceToBorder: undefined }, shipment);
}

/** Whether the price of an export alone holds freight beyond the exit that nobody has set apart, so that less is declared than it seems. */
export const isExitUnsplit = (
  { side, includedAfterBorder }: CustomsSpec,
  { incotermRule }: Pick<Shipment, "incotermRule">,
): boolean => side === "export" && includedAfterBorder === undefined && isCarriageInPrice(incotermRule);

/** Whether goods come in at a price that does not hold the freight to the border, and nobody has said what it costs: the customs add it. */
export const lacksFreight = (
  { side, freightToBorder }: CustomsSpec,
  { incotermRule }: Pick<Shipment, "incotermRule">,
): boolean =>
  (side === "import" || side === "both") && freightToBorder === undefined && !isCarriageInPrice(incotermRule);
