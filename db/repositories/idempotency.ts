import { and, eq, lt, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Writer } from "../database";
import { prepared } from "../prepared";
import { idempotencyKeys } from "../schema/platform";

type Kept = typeof idempotencyKeys.$inferSelect;

const byKey = prepared("idempotency_by_key", (db) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, sql.placeholder("scope")), eq(idempotencyKeys.key, sql.placeholder("key")))),
);

export async function findKept(tx: Writer, of: { scope: string; key: string }): Promise<Kept | undefined> {
  return (await byKey(tx, of))[0];
}

export async function keep(tx: Writer, row: Kept): Promise<void> {
  await tx.insert(idempotencyKeys).values(row);
}

/** Forgets keys older than `before`: a replay so late runs anew. */
export async function forget(tx: Writer, before: Instant): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}
