import { z } from "zod";
import { boundedText, localDateField } from "@/domain/shared/wire-fields";
import { DOCUMENT_KINDS, type DocumentKind, type DocumentShape, shapeOf } from "../services/document-kind";
import { FIELDS_OF_SHAPE } from "./fields/document-fields";

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
