import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import {
  boundedText,
  countryField,
  instantField,
  moneySchema,
  optionalText,
  priceSchema,
} from "../../domain/shared/wire-fields";
import { EARLY_REASON_MAX } from "../../domain/services/earliest";
import { DECLARATION_STATES } from "../../domain/clearance/declaration";
import { idText } from "../platform/api/endpoint-kinds";
import { GRAMS_MAX, PACKAGES_MAX } from "../../domain/deals/deal-schema";
import { CARGO_LINES_MAX } from "../../domain/deals/deal-choices";
import { DUTY_UNITS } from "../../domain/tariff/duty-rate";

export const WORDS_MAX = 1_000;
export const RECEIPT_MAX = 80;

/** Which declaration, as it was seen. */
export const ofDeclaration = {
  declarationId: z.string().min(1).max(64),
  version: z.int().optional(),
};

export const fileIdsField = z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").default([]);

/** What the customs have done: when, and what shows it. */
export const actFields = { occurredAt: instantField, fileIds: fileIdsField };

export const earlyReasonField = optionalText(EARLY_REASON_MAX).optional().meta({
  description:
    "Why goods were asked about, examined or released before the deal's carriage reported them before the customs; the step is kept as early and counts for no figure",
});

/** What a declaration has become. */
const receiptShape = z
  .strictObject({ id: idText, orderId: idText, state: z.enum(DECLARATION_STATES), version: z.int() })
  .meta({ id: "DeclarationReceipt" });

/** How all deeds on a declaration are called. */
export const transitionHttp = { method: "POST", scope: "orders:write", status: 200, output: receiptShape } as const;

/** Why any of them is refused, and why what the customs have done is. */
export const TRANSITION_REFUSALS: readonly RefusalCode[] = ["not_permitted", "wrong_state"];
export const ACT_REFUSALS: readonly RefusalCode[] = [
  ...TRANSITION_REFUSALS,
  "gate_closed",
  "occurred_in_future",
  "occurred_out_of_order",
  "file_unknown",
];

export const wordsField = boundedText(WORDS_MAX);

/** As long as the name of a cargo line in a deal. */
export const DECLARED_NAME_MAX = 200;
/** A thousand million of any unit. */
const QUANTITY_MAX = 1_000_000_000_000;

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
  packages: z.int().min(1).max(PACKAGES_MAX).optional().meta({ description: "The cargo line's where left out" }),
  grossWeightGrams: z.int().min(1).max(GRAMS_MAX).optional().meta({ description: "The cargo line's where left out" }),
  netWeightGrams: z.int().min(1).max(GRAMS_MAX).optional().meta({ description: "The cargo line's where left out" }),
  quantity: z
    .strictObject({
      unit: z.enum(DUTY_UNITS),
      milli: z.int().min(1).max(QUANTITY_MAX).meta({ description: "Thousandths of the unit" }),
    })
    .optional()
    .meta({ description: "In the unit that the customs count; those of the request where left out" }),
});

/** What a declaration says before it is filed. */
export const draftFields = {
  country: countryField.optional().meta({ description: "Of a transit: through which country" }),
  lines: z.array(declaredLine).min(1, "required").max(CARGO_LINES_MAX),
  remarks: z.string().trim().max(WORDS_MAX, "too_long").default(""),
  isConfirmed: z.boolean().default(false).meta({
    description:
      "Whether more packages or more weight than the deal's cargo is right, or that the only declaration leaves goods of it out; asked once for the same",
  }),
  isUnitConfirmed: z.boolean().default(false).meta({
    description: "Whether a quantity is right in a unit in which the customs do not count such goods",
  }),
};

/** Why what a draft says is refused. */
export const LINE_REFUSALS: readonly RefusalCode[] = [
  "line_not_in_cargo",
  "line_declared_twice",
  "hs_code_malformed",
  "net_above_gross",
  "declared_above_cargo",
  "goods_undeclared",
  "declared_unit_odd",
  "currency_not_of_declaration",
];

/** Lines that pass, for the documentation. */
export const EXAMPLE_LINES = [
  {
    ...{ line: 1, name: "Static converters, solar inverters 10 kW", hsCode: "8504409000" },
    customsValue: { minor: 740_000_000, currency: "KZT" },
  },
  {
    ...{ line: 2, name: "Mounting rails of aluminium", hsCode: "7610900000" },
    customsValue: { minor: 370_000_000, currency: "KZT" },
  },
];

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
