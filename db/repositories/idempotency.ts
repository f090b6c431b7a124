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

const addKey = prepared("keep_idempotency_key", (db) =>
  (db as Writer).insert(idempotencyKeys).values({
    scope: sql.placeholder("scope"),
    key: sql.placeholder("key"),
    requestHash: sql.placeholder("requestHash"),
    status: sql.placeholder("status"),
    response: sql.placeholder("response"),
    createdAt: sql.placeholder("createdAt"),
  }),
);

export async function keep(tx: Writer, row: Kept): Promise<void> {
  await addKey(tx, row);
}

/** Forgets keys older than `before`: a replay so late runs anew. */
export async function forget(tx: Writer, before: Instant): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}
