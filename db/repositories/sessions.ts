import { and, desc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { memberships, organisations, sessions, users } from "../schema/accounts";
import { listings } from "../schema/catalogue";

const byIdHash = prepared("session_by_id_hash", (db) =>
  db
    .select({
      userId: sessions.userId,
      organisationId: sessions.organisationId,
      expiresAt: sessions.expiresAt,
      lastSeenAt: sessions.lastSeenAt,
      revokedAt: sessions.revokedAt,
      userName: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      timeZone: users.timeZone,
      userSuspendedAt: users.suspendedAt,
      role: memberships.role,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      kind: organisations.kind,
      organisationSuspendedAt: organisations.suspendedAt,
      listingId: listings.id,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      memberships,
      and(eq(memberships.userId, sessions.userId), eq(memberships.organisationId, sessions.organisationId)),
    )
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(listings, and(eq(listings.organisationId, memberships.organisationId), eq(listings.isActive, true)))
    .where(eq(sessions.idHash, sql.placeholder("idHash")))
    .limit(1),
);

/** The session with its person, organisation and role, in one read. */
export async function findSession(db: Parameters<typeof byIdHash>[0], of: { idHash: string }) {
  return (await byIdHash(db, of))[0];
}

export async function insertSession(tx: Writer, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

export async function touchSession(tx: Writer, idHash: string, now: Instant): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.idHash, idHash));
}

export async function setSessionOrganisation(tx: Writer, idHash: string, organisationId: string): Promise<void> {
  await tx.update(sessions).set({ organisationId }).where(eq(sessions.idHash, idHash));
}

export async function revokeSession(tx: Writer, idHash: string, now: Instant): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.revokedAt)));
}

/** Ends every session of a user, but the one given: after a new password, or on suspension. */
export async function revokeSessionsOf(tx: Writer, userId: string, now: Instant, exceptIdHash = ""): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), ne(sessions.idHash, exceptIdHash)));
}

/** Forgets sessions that ended before `before`, by their time or by hand. */
export async function pruneSessions(tx: Writer, before: Instant): Promise<void> {
  await tx.delete(sessions).where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before)));
}

/** Ends every session that acts for an organisation: its people sign in again, where they work elsewhere too. */
export async function revokeSessionsFor(tx: Writer, organisationId: string, now: Instant): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.organisationId, organisationId), isNull(sessions.revokedAt)));
}

/** Sessions of a person for an organisation go on for another one, or for none. */
export async function moveSessions(
  tx: Writer,
  of: { userId: string; organisationId: string },
  to: string | null,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ organisationId: to })
    .where(and(eq(sessions.userId, of.userId), eq(sessions.organisationId, of.organisationId)));
}

/** The sign-ins of a person that are open, the last used first. */
export async function listSessions(db: Reader, of: { userId: string; now: Instant; seenAfter: Instant }) {
  return await db
    .select({
      idHash: sessions.idHash,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      ip: sessions.ip,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, of.userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, of.now),
        gt(sessions.lastSeenAt, of.seenAfter),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.idHash));
}

/** For which organisation a person last acted: the next sign-in goes on there. */
export async function findLastOrganisationId(db: Reader, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ organisationId: sessions.organisationId })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.idHash))
    .limit(1);
  return row?.organisationId ?? null;
}
