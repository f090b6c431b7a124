import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { DocumentRule, RuleConditions } from "../../domain/documents/document-rule";
import { dayOf, type Instant, instant, type LocalDate } from "../../domain/shared/time";
import { prepared, preparedInsert, type Reader, type Writer } from "../database";
import { dealDocuments, documentRules } from "../schema/documents";
import { type DealDocument, currentOf } from "../../domain/documents/deal-document";
import { type DocumentFields, fieldsSchemaOf } from "../../domain/documents/document-fields";
import { z } from "zod";
import { AGREEMENT_OF_PAPER } from "../../domain/tariff/preferences";
import { deliverableFiles, packs } from "../schema/packs";

type RuleRow = typeof documentRules.$inferSelect;

export const ruleOfRow = (row: RuleRow): DocumentRule => ({
  ruleId: row.ruleId,
  document: row.document,
  provider: row.provider,
  fromDay: row.fromDay,
  toDay: row.toDay,
  ...row.conditions,
  // A row from before terms of delivery were a condition asks nothing of them.
  incoterms: (row.conditions as Partial<RuleConditions>).incoterms ?? [],
  daysAhead: row.daysAhead,
  weightToleranceBps: row.weightToleranceBps,
  source: row.source,
  ...{ noteEn: row.noteEn, noteZh: row.noteZh, noteRu: row.noteRu, noteVi: row.noteVi, noteKk: row.noteKk },
});

const allRules = prepared("document_rules", (db) =>
  db.select().from(documentRules).orderBy(asc(documentRules.ruleId), asc(documentRules.fromDay)),
);

/** Every row of the rules of documents, by rule and day. */
export async function allDocumentRules(db: Reader): Promise<DocumentRule[]> {
  return (await allRules(db, {})).map(ruleOfRow);
}

export async function hasDocumentRule(db: Reader, of: { ruleId: string; fromDay: LocalDate }): Promise<boolean> {
  const rows = await db
    .select({ id: documentRules.id })
    .from(documentRules)
    .where(and(eq(documentRules.ruleId, of.ruleId), eq(documentRules.fromDay, of.fromDay)))
    .limit(1);
  return rows.length > 0;
}

type Entry = { readonly id: string; readonly enteredByUserId: string | null; readonly enteredAt: Instant | null };

const rowOf = (rule: DocumentRule, entry: Entry): typeof documentRules.$inferInsert => {
  const { ruleId, document, provider, fromDay, toDay, daysAhead, weightToleranceBps, source, ...other } = rule;
  const { noteEn, noteZh, noteRu, noteVi, noteKk, ...conditions } = other;
  return {
    ...{ ruleId, document, provider, fromDay, toDay, daysAhead, weightToleranceBps, source },
    ...{ noteEn, noteZh, noteRu, noteVi, noteKk },
    ...entry,
    conditions,
  };
};

/** Adds a row. One rule has one row a day: a second one is refused by the database, so look before. */
export async function insertDocumentRule(tx: Writer, rule: DocumentRule, entry: Entry): Promise<void> {
  await tx.insert(documentRules).values(rowOf(rule, entry));
}

/** A rule of the shipped files as it is kept. */
export const shippedRuleRow = (rule: DocumentRule) =>
  rowOf(rule, { id: `shipped.${rule.ruleId}.${rule.fromDay}`, enteredByUserId: null, enteredAt: null });

/** A version as it is kept. */
export type StoredDocument = DealDocument & {
  readonly dealId: string;
  readonly enteredByUserId: string | null;
  readonly isWithdrawn: boolean;
};

type DocumentRow = typeof dealDocuments.$inferSelect;

const documentOf = ({ fields, enteredAt, ...row }: DocumentRow): StoredDocument => ({
  ...row,
  fields: fieldsSchemaOf(row.kind).parse(fields),
  enteredAt: instant(enteredAt),
});

const versionsByDeal = prepared("document_versions_of_deal", (db) =>
  db
    .select()
    .from(dealDocuments)
    .where(eq(dealDocuments.dealId, sql.placeholder("dealId")))
    .orderBy(asc(dealDocuments.id), asc(dealDocuments.version)),
);

/** All versions of a deal's documents, in the order of their making. */
export async function versionsOfDeal(db: Reader, dealId: string): Promise<StoredDocument[]> {
  return (await versionsByDeal(db, { dealId })).map(documentOf);
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

const addVersion = preparedInsert("insert_document_version", (db, row: typeof dealDocuments.$inferInsert) =>
  db.insert(dealDocuments).values(row),
);

export async function insertVersion(tx: Writer, document: StoredDocument): Promise<void> {
  const fields = z.encode(fieldsSchemaOf(document.kind), document.fields as DocumentFields);
  await addVersion(tx, { ...document, fields });
}

/** Whether a deal had a certificate of origin of an agreement, Form E or that of RCEP, among its papers at a time, not withdrawn, and valid on that day where it says until when. */
export async function hasOriginPaper(db: Reader, dealId: string, at: Instant): Promise<boolean> {
  const versions = (await versionsOfDeal(db, dealId)).filter(({ enteredAt }) => enteredAt <= at);
  return currentOf(versions).some(
    ({ kind, fields }) =>
      kind in AGREEMENT_OF_PAPER && !("validUntil" in fields && fields.validUntil && fields.validUntil < dayOf(at)),
  );
}

type PackRow = typeof packs.$inferSelect;
export type StoredPack = Omit<PackRow, "madeAt"> & { readonly madeAt: Instant };

export async function insertPack(tx: Writer, row: typeof packs.$inferInsert): Promise<void> {
  await tx.insert(packs).values(row);
}

export async function findPack(db: Reader, id: string): Promise<StoredPack | undefined> {
  return (await db.select().from(packs).where(eq(packs.id, id)).limit(1))[0] as StoredPack | undefined;
}

const packsByOrder = prepared("packs_of_order", (db) =>
  db
    .select()
    .from(packs)
    .where(eq(packs.orderId, sql.placeholder("orderId")))
    .orderBy(desc(packs.madeAt), desc(packs.id)),
);

/** The packs of an order, the latest first. */
export async function packsOfOrder(db: Reader, orderId: string): Promise<StoredPack[]> {
  return (await packsByOrder(db, { orderId })) as StoredPack[];
}

const namedInOrder = prepared("deliverables_of_order", (db) =>
  db
    .select({ fileId: deliverableFiles.fileId, code: deliverableFiles.code })
    .from(deliverableFiles)
    .where(eq(deliverableFiles.orderId, sql.placeholder("orderId")))
    .orderBy(asc(deliverableFiles.namedAt), asc(deliverableFiles.fileId)),
);

export async function deliverablesOf(db: Reader, orderId: string): Promise<{ fileId: string; code: string }[]> {
  return await namedInOrder(db, { orderId });
}

/** Says what a file is; a later word takes the place of the earlier one. */
export async function nameDeliverable(tx: Writer, row: typeof deliverableFiles.$inferInsert): Promise<void> {
  const { code, namedByUserId, namedAt } = row;
  await tx
    .insert(deliverableFiles)
    .values(row)
    .onConflictDoUpdate({ target: deliverableFiles.fileId, set: { code, namedByUserId, namedAt } });
}
