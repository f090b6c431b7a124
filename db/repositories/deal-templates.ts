import { and, asc, eq } from "drizzle-orm";
import type { FormValues } from "../../domain/shared/form-state";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { dealTemplates } from "../schema/deals";

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
