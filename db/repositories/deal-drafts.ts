import { and, asc, desc, eq, sql } from "drizzle-orm";
import { besideFields, type DraftSuggestions } from "../../domain/deals/clerk/suggestions";
import type { FormValues } from "../../domain/shared/form-state";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { locking } from "../dialect";
import { dealDrafts, dealTemplates } from "../schema/deals";
import { clerkEntries } from "../schema/clerk";

export type StoredDraft = {
  readonly id: string;
  readonly organisationId: string;
  readonly createdByUserId: string;
  readonly title: string;
  /** As typed, by the form's field names. */
  readonly fields: FormValues;
  /** Null for a draft that was typed. */
  readonly suggested: DraftSuggestions | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
};

export async function findDraft(db: Reader, id: string): Promise<StoredDraft | undefined> {
  const [row] = await db.select().from(dealDrafts).where(eq(dealDrafts.id, id)).limit(1);
  return row && besideFields(row as StoredDraft);
}

/** Locks a draft until the transaction ends: it is then as it was saved last, and nobody else makes a deal of it. */
export const lockDraft = (tx: Writer, id: string) =>
  locking(tx.select({ id: dealDrafts.id }).from(dealDrafts).where(eq(dealDrafts.id, id)));

/** The organisation's drafts, the last touched first. */
export async function listDrafts(db: Reader, organisationId: string, limit: number): Promise<StoredDraft[]> {
  const rows = await db
    .select()
    .from(dealDrafts)
    .where(eq(dealDrafts.organisationId, organisationId))
    .orderBy(desc(dealDrafts.updatedAt), desc(dealDrafts.id))
    .limit(limit);
  return (rows as StoredDraft[]).map(besideFields);
}

export async function countDrafts(db: Reader, organisationId: string): Promise<number> {
  return await db.$count(dealDrafts, eq(dealDrafts.organisationId, organisationId));
}

export async function insertDraft(tx: Writer, draft: StoredDraft): Promise<void> {
  await tx.insert(dealDrafts).values({ ...draft, fields: draft.fields as Record<string, string | string[]> });
}

export async function saveDraftFields(
  tx: Writer,
  id: string,
  change: Pick<StoredDraft, "title" | "fields" | "suggested" | "updatedAt">,
): Promise<void> {
  await tx
    .update(dealDrafts)
    .set({
      ...change,
      fields: change.fields as Record<string, string | string[]>,
      version: sql`${dealDrafts.version} + 1`,
    })
    .where(eq(dealDrafts.id, id));
}

export async function deleteDraft(tx: Writer, of: { id: string; organisationId: string }): Promise<void> {
  await tx.delete(dealDrafts).where(and(eq(dealDrafts.id, of.id), eq(dealDrafts.organisationId, of.organisationId)));
}

export type StoredTemplate = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** As typed, by the form's field names, without days and times. */
  readonly fields: FormValues;
  readonly createdByUserId: string;
  readonly createdAt: Instant;
};

export async function findTemplate(db: Reader, id: string): Promise<StoredTemplate | undefined> {
  const [row] = await db.select().from(dealTemplates).where(eq(dealTemplates.id, id)).limit(1);
  return row as StoredTemplate | undefined;
}

/** The organisation's templates by name. */
export async function listTemplates(
  db: Reader,
  organisationId: string,
): Promise<Pick<StoredTemplate, "id" | "name">[]> {
  return await db
    .select({ id: dealTemplates.id, name: dealTemplates.name })
    .from(dealTemplates)
    .where(eq(dealTemplates.organisationId, organisationId))
    .orderBy(asc(dealTemplates.name), asc(dealTemplates.id));
}

export async function countTemplates(db: Reader, organisationId: string): Promise<number> {
  return await db.$count(dealTemplates, eq(dealTemplates.organisationId, organisationId));
}

export async function insertTemplate(tx: Writer, template: StoredTemplate): Promise<void> {
  await tx.insert(dealTemplates).values({ ...template, fields: template.fields as Record<string, string | string[]> });
}

export async function deleteTemplate(tx: Writer, of: { id: string; organisationId: string }): Promise<void> {
  await tx
    .delete(dealTemplates)
    .where(and(eq(dealTemplates.id, of.id), eq(dealTemplates.organisationId, of.organisationId)));
}

export type ClerkEntry = typeof clerkEntries.$inferSelect;

export async function insertClerkEntries(tx: Writer, entries: readonly ClerkEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(clerkEntries).values([...entries]);
}

/** What was suggested for a draft and what became of it, in the order in which it happened. */
export async function entriesOfDraft(db: Reader, draftId: string): Promise<ClerkEntry[]> {
  return await db
    .select()
    .from(clerkEntries)
    .where(eq(clerkEntries.draftId, draftId))
    .orderBy(asc(clerkEntries.at), asc(clerkEntries.id));
}
