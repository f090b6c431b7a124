import { z } from "zod";
import { CARGO_LINES_MAX } from "../../domain/deals/deal-schema";
import { countryField } from "../../domain/shared/wire-fields";
import { moneySchema, priceSchema } from "../../domain/shared/money-schema";
import { WORDS_MAX } from "./deed-fields";

/** As long as the name of a cargo line in a deal. */
export const DECLARED_NAME_MAX = 200;

const declaredLine = z.strictObject({
  line: z.int().min(1).max(CARGO_LINES_MAX).meta({ description: "The number of the cargo line" }),
  hsCode: z.string().min(1, "required").max(14),
  customsValue: moneySchema
    .refine(({ minor }) => minor > 0n, "amount_not_positive")
    .meta({ description: "In the currency of the country that it is declared to" }),
  name: z
    .string()
    .trim()
    .max(DECLARED_NAME_MAX, "too_long")
    .optional()
    .meta({ description: "The goods as they are declared; the cargo line's description where left out or empty" }),
});

/** What a declaration says before it is filed. */
export const draftFields = {
  country: countryField.optional().meta({ description: "Of a transit: through which country" }),
  lines: z.array(declaredLine).min(1, "required").max(CARGO_LINES_MAX),
  remarks: z.string().trim().max(WORDS_MAX, "too_long").default(""),
};

/** Why what a draft says is refused. */
export const LINE_REFUSALS = [
  "line_not_in_cargo",
  "line_declared_twice",
  "hs_code_malformed",
  "currency_not_of_declaration",
];

/** One line that passes, for the documentation. */
export const EXAMPLE_LINE = {
  ...{ line: 1, name: "Static converters, solar inverters 10 kW", hsCode: "8504409000" },
  customsValue: { minor: 740_000_000, currency: "KZT" },
};

/** What the customs ask for. */
export const assessmentFields = {
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(CARGO_LINES_MAX),
        duty: priceSchema,
        excise: priceSchema,
        vat: priceSchema,
      }),
    )
    .min(1, "required")
    .max(CARGO_LINES_MAX),
  fee: priceSchema.meta({ description: "The state's fee for the declaration" }),
};
