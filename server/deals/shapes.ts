import { z } from "zod";
import { dangerousGoodsSchema } from "../../domain/services/dangerous-goods";
import type { CargoLine } from "../../domain/deals/deal";
import { INCOTERMS } from "../../domain/tariff/incoterm";
import { toWireMoney } from "../../domain/shared/money-schema";
import { moneyShape } from "../platform/api/fields";

export const incotermShape = z.strictObject({ rule: z.enum(INCOTERMS), place: z.string() });

export const cargoShape = z
  .strictObject({
    description: z.string(),
    hsCode: z.string(),
    packages: z.int(),
    packageType: z.string(),
    grossWeightGrams: z.int(),
    volumeCm3: z.int(),
    dimensionsMm: z.strictObject({ length: z.int(), width: z.int(), height: z.int() }).nullable(),
    value: moneyShape.nullable(),
    netWeightGrams: z.int().nullable(),
    originCountry: z.string().nullable(),
    dangerousGoods: dangerousGoodsSchema.nullable(),
    isStackable: z.boolean().nullable(),
    marks: z.string().nullable(),
  })
  .meta({ id: "CargoLine" });

export const writeCargo = (cargo: readonly CargoLine[]): z.input<typeof cargoShape>[] =>
  cargo.map((line) => ({ ...line, value: line.value && toWireMoney(line.value) }));
