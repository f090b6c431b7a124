import { and, desc, eq, sql } from "drizzle-orm";
import type { DraftSuggestions } from "../../domain/deals/clerk/draft/suggestions";
import type { FormValues } from "../../domain/shared/form-state";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { dealDrafts } from "../schema/deals";

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
  return row as StoredDraft | undefined;
}

/** The organisation's drafts, the last touched first. */
export async function listDrafts(db: Reader, organisationId: string, limit: number): Promise<StoredDraft[]> {
  const rows = await db
    .select()
    .from(dealDrafts)
    .where(eq(dealDrafts.organisationId, organisationId))
    .orderBy(desc(dealDrafts.updatedAt), desc(dealDrafts.id))
    .limit(limit);
  return rows as StoredDraft[];
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
