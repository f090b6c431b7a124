import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { apiKeys, memberships, organisations, users } from "../schema/accounts";

const byId = prepared("api_key_by_id", (db) =>
  db
    .select({
      organisationId: apiKeys.organisationId,
      madeByUserId: apiKeys.madeByUserId,
      secretHash: apiKeys.secretHash,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
      role: memberships.role,
      userSuspendedAt: users.suspendedAt,
      organisationSuspendedAt: organisations.suspendedAt,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.madeByUserId))
    .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
    .leftJoin(
      memberships,
      and(eq(memberships.userId, apiKeys.madeByUserId), eq(memberships.organisationId, apiKeys.organisationId)),
    )
    .where(eq(apiKeys.id, sql.placeholder("id")))
    .limit(1),
);

/** The key with its maker's role of this moment, in one read; no role where the maker has left. */
export async function findApiKey(db: Reader, of: { id: string }) {
  return (await byId(db, of))[0];
}

export async function touchApiKey(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id));
}

export async function insertApiKey(tx: Writer, row: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(row);
}

/** The newest first, with who made each; never the hash. */
export async function listApiKeys(db: Reader, organisationId: string) {
  return await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      madeByName: users.name,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.madeByUserId))
    .where(eq(apiKeys.organisationId, organisationId))
    .orderBy(desc(apiKeys.id));
}

export async function revokeApiKey(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
}
