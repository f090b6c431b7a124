import { z } from "zod";
import { INLAND_MODES, MODES } from "../hubs/place";
import {
  AMONG_OTHERS,
  boundedText,
  countryField,
  localDateField,
  membersOf,
  moneySchema,
  readSoFar,
} from "../shared/wire-fields";
import { dangerousGoodsSchema } from "../services/dangerous-goods";
import { DIRECTIONS } from "../shared/vocabulary";
import { parseHsCode } from "../tariff/hs-code";
import { INCOTERMS } from "../tariff/incoterm";
import { CARGO_LINES_MAX, MARKS_MAX } from "./deal-choices";
import { PACKAGE_TYPES } from "./package-type";

export const PACKAGES_MAX = 1_000_000;
// 100,000 t and 1,000,000 m³ a line: beyond any ship, and fifty of them still add up exactly.
export const GRAMS_MAX = 100_000_000_000;
const CM3_MAX = 1_000_000_000_000;
// A 53-foot container is 16.2 m long; nothing that moves on these roads and rails is longer than twice that.
const SIDE_MM_MAX = 32_000;

const sideMm = z.int().min(1).max(SIDE_MM_MAX);
const positiveMoney = moneySchema.refine(({ minor }) => minor > 0n, "amount_not_positive");
const idField = z.string().min(1, "required").max(64);

const hsCodeField = z
  .string()
  .max(20)
  .refine((text) => parseHsCode(text) !== null, "hs_code_malformed")
  .overwrite((text) => parseHsCode(text) ?? text)
  .meta({ description: "6 digits of the Harmonized System, or a country's 8 to 10; dots and spaces are dropped" });

export const cargoLineSchema = z
  .strictObject({
    description: boundedText(200),
    hsCode: hsCodeField,
    packages: z.int().min(1).max(PACKAGES_MAX),
    packageType: z.enum(PACKAGE_TYPES).meta({ description: "UN/ECE Recommendation 21" }),
    grossWeightGrams: z.int().min(1).max(GRAMS_MAX).meta({ description: "Of the whole line" }),
    volumeCm3: z.int().min(1).max(CM3_MAX).optional().meta({ description: "Of the whole line, all its packages" }),
    dimensionsMm: z
      .strictObject({ length: sideMm, width: sideMm, height: sideMm })
      .optional()
      .meta({ description: "Of one package, in place of a volume" }),
    value: positiveMoney.optional(),
    netWeightGrams: z
      .int()
      .min(1)
      .max(GRAMS_MAX)
      .optional()
      .meta({ description: "Of the whole line, not above gross" }),
    originCountry: countryField.optional().meta({ description: "Where the goods were made, ISO 3166-1 alpha-2" }),
    dangerousGoods: dangerousGoodsSchema.optional(),
    isStackable: z.boolean().optional(),
    marks: boundedText(MARKS_MAX).optional().meta({ description: "What is written on the packages" }),
  })
  .refine(({ volumeCm3, dimensionsMm }) => volumeCm3 !== undefined || dimensionsMm !== undefined, {
    ...AMONG_OTHERS,
    message: "volume_missing",
    path: ["volumeCm3"],
  })
  .refine(({ volumeCm3, dimensionsMm }) => volumeCm3 === undefined || dimensionsMm === undefined, {
    ...AMONG_OTHERS,
    message: "volume_given_twice",
    path: ["volumeCm3"],
  });
export type CargoLineInput = z.output<typeof cargoLineSchema>;

/** The wire form of a new deal. Rules between its members, and against the world and the day, are `checkDeal`'s. */
export const dealSchema = z.strictObject({
  direction: z.enum(DIRECTIONS).meta({ description: "Seen from China" }),
  title: boundedText(120),
  incoterm: z.strictObject({ rule: z.enum(INCOTERMS), place: boundedText(80) }),
  originId: idField,
  hubId: idField.meta({ description: "A hub's id, or \"any\" for the planner's choice" }),
  destinationId: idField,
  mode: z.enum(MODES).meta({ description: "By which the goods cross China's border" }),
  inlandMode: z.enum(INLAND_MODES).optional().meta({
    description:
      "By what they come to the border and go on from it; left out, by the mode itself, to a port or airport by road",
  }),
  readyDate: localDateField,
  goodsValue: positiveMoney,
  cargo: z.array(cargoLineSchema).min(1).max(CARGO_LINES_MAX),
});
export type DealInput = z.output<typeof dealSchema>;

/** Names of members that were given and could not be read, or are missing. */
type WithUnread = { readonly unread?: ReadonlySet<string> };

/** A line as far as it could be read. */
export type ReadLine = Partial<CargoLineInput> & WithUnread;

/** A deal as far as it could be read: rules are held against what is there. */
export type ReadDeal = Partial<Omit<DealInput, "incoterm" | "cargo">> &
  WithUnread & {
    readonly incoterm: Partial<DealInput["incoterm"]>;
    readonly cargo: readonly ReadLine[];
  };

/** A deal member by member, and its lines as well, so that one that is malformed does not hide the others. */
export function readDealSoFar(input: unknown): ReadDeal {
  const { incoterm, cargo: _, ...shape } = dealSchema.shape;
  const { value, unread } = readSoFar(z.strictObject(shape), input);
  const { incoterm: price, cargo } = membersOf(input);
  const lines = (Array.isArray(cargo) ? cargo : []).slice(0, CARGO_LINES_MAX).map((line: unknown): ReadLine => {
    const read = readSoFar(cargoLineSchema, line);
    return { ...read.value, unread: read.unread };
  });
  return { ...value, unread, incoterm: readSoFar(incoterm, price).value, cargo: lines };
}
