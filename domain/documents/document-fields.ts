import { z } from "zod";
import { parseHsCode } from "@/domain/tariff/hs-code";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { SUPERVISION_MODES } from "@/domain/services/customs/choices";
import { boundedText, localDateField, priceSchema } from "@/domain/shared/wire-fields";
import { DOCUMENT_KINDS, type DocumentKind, type DocumentShape, shapeOf } from "../services/document-kind";
import { DOCUMENT_LINES_MAX } from "./document-line-rows";

const PACKAGES_MAX = 50_000_000;
const GRAMS_MAX = 5_000_000_000_000;
const HS_CODES_MAX = 50;

const hsCode = z
  .string()
  .max(20)
  .refine((text) => parseHsCode(text) !== null, "hs_code_malformed")
  .overwrite((text) => parseHsCode(text) ?? text)
  .meta({ description: "6 digits, or 8 to 10; dots and spaces are dropped" });
const packages = z.int().min(1).max(PACKAGES_MAX);
const grams = z.int().min(1).max(GRAMS_MAX);
const description = boundedText(200);
const incoterm = z.enum(INCOTERMS);

const linesOf = <T extends z.ZodType>(line: T) => z.array(line).max(DOCUMENT_LINES_MAX);

const invoice = z.strictObject({
  total: priceSchema,
  incoterm,
  lines: linesOf(z.strictObject({ description, hsCode: hsCode.optional(), amount: priceSchema.optional() })).min(1),
});

const packingList = z
  .strictObject({
    packages,
    grossWeightGrams: grams,
    netWeightGrams: grams.optional(),
    lines: linesOf(
      z.strictObject({
        description,
        hsCode: hsCode.optional(),
        packages: packages.optional(),
        grossWeightGrams: grams.optional(),
      }),
    ).min(1),
  })
  .refine(({ grossWeightGrams, netWeightGrams }) => (netWeightGrams ?? 0) <= grossWeightGrams, {
    message: "net_above_gross",
    path: ["netWeightGrams"],
  });

const waybill = z.strictObject({
  packages,
  grossWeightGrams: grams,
  consignee: boundedText(200),
  vehicle: boundedText(60).meta({ description: "Plates of the truck, number of the wagon, container, ship or flight" }),
});

const declaration = z.strictObject({
  supervisionMode: z.enum(SUPERVISION_MODES).optional().meta({ description: "Where it is declared in China" }),
  packages,
  grossWeightGrams: grams,
  value: priceSchema,
  incoterm: incoterm.optional(),
  lines: linesOf(z.strictObject({ hsCode, description })).min(1),
});

const certificate = z.strictObject({
  validUntil: localDateField.optional(),
  hsCodes: z.array(hsCode).max(HS_CODES_MAX).default([]),
});

const paper = z.strictObject({ validUntil: localDateField.optional() });

/** What is typed in of a document, by its shape. Money is exact, weights are whole grams. */
const FIELDS_OF_SHAPE = {
  invoice,
  packing_list: packingList,
  waybill,
  declaration,
  certificate,
  paper,
} as const satisfies Record<DocumentShape, z.ZodObject>;

export type FieldsOf<Shape extends DocumentShape> = z.output<(typeof FIELDS_OF_SHAPE)[Shape]>;
export type DocumentFields = { [Shape in DocumentShape]: FieldsOf<Shape> }[DocumentShape];
/** As JSON carries them and rows keep them. */
export type WireDocumentFields = { [Shape in DocumentShape]: z.input<(typeof FIELDS_OF_SHAPE)[Shape]> }[DocumentShape];

/** The schema of the fields of a document of this kind; stored fields are read by the same. */
export const fieldsSchemaOf = (kind: DocumentKind): z.ZodType<DocumentFields, WireDocumentFields> =>
  FIELDS_OF_SHAPE[shapeOf(kind)] as unknown as z.ZodType<DocumentFields, WireDocumentFields>;

const kindsOf = (shape: DocumentShape) =>
  DOCUMENT_KINDS.filter((kind) => shapeOf(kind) === shape) as [DocumentKind, ...DocumentKind[]];

const head = {
  number: boundedText(60).meta({ description: "As it stands on the paper" }),
  date: localDateField,
};

/** A document as it is entered: its kind says which fields belong to it. `more` are members that stand beside them. */
export function documentEntrySchema<More extends z.ZodRawShape>(more: More) {
  const of = <Shape extends DocumentShape>(shape: Shape) =>
    z.strictObject({ ...head, ...more, kind: z.enum(kindsOf(shape)), fields: FIELDS_OF_SHAPE[shape] });
  return z.discriminatedUnion("kind", [
    of("invoice"),
    of("packing_list"),
    of("waybill"),
    of("declaration"),
    of("certificate"),
    of("paper"),
  ]);
}
