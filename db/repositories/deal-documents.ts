import { asc, eq } from "drizzle-orm";
import type { DealDocument } from "../../domain/documents/deal-document";
import { type DocumentFields, fieldsSchemaOf } from "../../domain/documents/fields/document-fields";
import { instant } from "../../domain/shared/instant";
import { z } from "zod";
import type { Reader, Writer } from "../database";
import { dealDocuments } from "../schema/documents";

/** A version as it is kept. */
export type StoredDocument = DealDocument & {
  readonly dealId: string;
  readonly enteredByUserId: string | null;
  readonly isWithdrawn: boolean;
};

type Row = typeof dealDocuments.$inferSelect;

const documentOf = ({ fields, enteredAt, ...row }: Row): StoredDocument => ({
  ...row,
  fields: fieldsSchemaOf(row.kind).parse(fields),
  enteredAt: instant(enteredAt),
});

/** All versions of a deal's documents, in the order of their making. */
export async function versionsOfDeal(db: Reader, dealId: string): Promise<StoredDocument[]> {
  const rows = await db
    .select()
    .from(dealDocuments)
    .where(eq(dealDocuments.dealId, dealId))
    .orderBy(asc(dealDocuments.id), asc(dealDocuments.version));
  return rows.map(documentOf);
}

/** The versions of one document, the first one first. */
export async function versionsOfDocument(db: Reader, id: string): Promise<StoredDocument[]> {
  const rows = await db
    .select()
    .from(dealDocuments)
    .where(eq(dealDocuments.id, id))
    .orderBy(asc(dealDocuments.version));
  return rows.map(documentOf);
}

export async function insertVersion(tx: Writer, document: StoredDocument): Promise<void> {
  const fields = z.encode(fieldsSchemaOf(document.kind), document.fields as DocumentFields);
  await tx.insert(dealDocuments).values({ ...document, fields });
}
