import type { Instant } from "@/domain/shared/instant";
import type { LocalDate } from "@/domain/shared/local-date";
import { type DocumentKind, type DocumentParty, type DocumentShape, shapeOf } from "../services/document-kind";
import type { DocumentFields, FieldsOf } from "./fields/document-fields";

/** A document as it was typed in at one time. `version` grows with each revision; all are kept. */
export type DealDocument = {
  readonly id: string;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: LocalDate;
  readonly fields: DocumentFields;
  /** The file of the paper, where one is kept. */
  readonly fileId: string | null;
  readonly enteredByOrganisationId: string;
  readonly enteredAs: DocumentParty;
  readonly enteredAt: Instant;
};

/** As far as checks need it. */
export type CheckedDocument = Pick<DealDocument, "id" | "kind" | "number" | "date" | "fields">;

/** The fields where the document has this shape. */
export const fieldsIf = <Shape extends DocumentShape>(
  { kind, fields }: Pick<DealDocument, "kind" | "fields">,
  shape: Shape,
): FieldsOf<Shape> | null => (shapeOf(kind) === shape ? (fields as FieldsOf<Shape>) : null);
