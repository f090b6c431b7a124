import { asc, eq } from "drizzle-orm";
import { currentOf } from "../../domain/documents/enter";
import type { DealDocument } from "../../domain/documents/deal-document";
import { type DocumentFields, fieldsSchemaOf } from "../../domain/documents/fields/document-fields";
import { type Instant, instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
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

/** Whether a deal had its certificate of origin Form E among its papers at a time, not withdrawn, and valid on that day where it says until when. */
export async function hasFormE(db: Reader, dealId: string, at: Instant): Promise<boolean> {
  const versions = (await versionsOfDeal(db, dealId)).filter(({ enteredAt }) => enteredAt <= at);
  return currentOf(versions).some(
    ({ kind, fields }) =>
      kind === "origin_form_e" && !("validUntil" in fields && fields.validUntil && fields.validUntil < dayOf(at)),
  );
}
