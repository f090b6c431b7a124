import { and, asc, eq } from "drizzle-orm";
import type { DocumentRule, RuleConditions } from "../../domain/documents/rules/document-rule";
import type { Instant } from "../../domain/shared/instant";
import type { LocalDate } from "../../domain/shared/local-date";
import type { Reader, Writer } from "../database";
import { documentRules } from "../schema/documents";

type Row = typeof documentRules.$inferSelect;

export const ruleOfRow = (row: Row): DocumentRule => ({
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
  noteEn: row.noteEn,
  noteZh: row.noteZh,
});

/** Every row of the rules of documents, by rule and day. */
export async function allDocumentRules(db: Reader): Promise<DocumentRule[]> {
  const rows = await db.select().from(documentRules).orderBy(asc(documentRules.ruleId), asc(documentRules.fromDay));
  return rows.map(ruleOfRow);
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
  const { ruleId, document, provider, fromDay, toDay, daysAhead, weightToleranceBps, source, noteEn, noteZh, ...rest } =
    rule;
  return {
    ...{ ruleId, document, provider, fromDay, toDay, daysAhead, weightToleranceBps, source, noteEn, noteZh },
    ...entry,
    conditions: rest,
  };
};

/** Adds a row. One rule has one row a day: a second one is refused by the database, so look before. */
export async function insertDocumentRule(tx: Writer, rule: DocumentRule, entry: Entry): Promise<void> {
  await tx.insert(documentRules).values(rowOf(rule, entry));
}

/** Adds the rows of a release that are not there yet; what administrators entered for the same day stays. */
export async function addShippedRules(tx: Writer, rules: readonly DocumentRule[]): Promise<void> {
  for (const rule of rules)
    await tx
      .insert(documentRules)
      .values(rowOf(rule, { id: `shipped.${rule.ruleId}.${rule.fromDay}`, enteredByUserId: null, enteredAt: null }))
      .onConflictDoNothing();
}
