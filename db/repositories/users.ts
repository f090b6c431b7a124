import { and, asc, desc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { locking } from "../dialect";
import { demoUsers, memberships, oneTimeTokens, organisations, sessions, users } from "../schema/accounts";
import { listings } from "../schema/catalogue";

export type StoredUser = typeof users.$inferSelect;

const byEmail = prepared("user_by_email", (db) =>
  db
    .select()
    .from(users)
    .where(eq(users.email, sql.placeholder("email")))
    .limit(1),
);

const byId = prepared("user_by_id", (db) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder("id")))
    .limit(1),
);

/** By the address in the form in which it is compared (domain/accounts/email). */
export async function findUserByEmail(db: Reader, email: string): Promise<StoredUser | undefined> {
  return (await byEmail(db, { email }))[0];
}

export async function findUser(db: Reader, id: string): Promise<StoredUser | undefined> {
  return (await byId(db, { id }))[0];
}

export async function insertUser(tx: Writer, row: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values(row);
}

export async function saveProfile(
  tx: Writer,
  id: string,
  profile: Pick<StoredUser, "name" | "locale" | "timeZone">,
): Promise<void> {
  await tx.update(users).set(profile).where(eq(users.id, id));
}

export async function setPasswordHash(tx: Writer, id: string, passwordHash: string): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, id));
}

/** The first time counts: an address that was confirmed stays so. */
export async function setEmailVerified(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx
    .update(users)
    .set({ emailVerifiedAt: now })
    .where(and(eq(users.id, id), isNull(users.emailVerifiedAt)));
}

export async function setUserSuspension(
  tx: Writer,
  id: string,
  suspension: Pick<StoredUser, "suspendedAt" | "suspensionReason">,
): Promise<void> {
  await tx.update(users).set(suspension).where(eq(users.id, id));
}

export type OneTimeToken = typeof oneTimeTokens.$inferSelect;

/** A new link ends the older ones of its purpose: of several mails only the last one works. */
export async function replaceToken(tx: Writer, row: typeof oneTimeTokens.$inferInsert): Promise<void> {
  await endTokens(tx, row, row.createdAt as Instant);
  await tx.insert(oneTimeTokens).values(row);
}

export async function findToken(db: Reader, tokenHash: string): Promise<OneTimeToken | undefined> {
  const [row] = await db.select().from(oneTimeTokens).where(eq(oneTimeTokens.tokenHash, tokenHash)).limit(1);
  return row;
}

/** Locks a mailed link until the transaction ends, so that it works once. */
export const lockToken = (tx: Writer, tokenHash: string) =>
  locking(
    tx.select({ userId: oneTimeTokens.userId }).from(oneTimeTokens).where(eq(oneTimeTokens.tokenHash, tokenHash)),
  );

export async function endTokens(tx: Writer, of: Pick<OneTimeToken, "userId" | "purpose">, now: Instant): Promise<void> {
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(
      and(eq(oneTimeTokens.userId, of.userId), eq(oneTimeTokens.purpose, of.purpose), isNull(oneTimeTokens.usedAt)),
    );
}

export async function findDemoUser(db: Reader, handle: string) {
  const [row] = await db
    .select({ id: users.id, suspendedAt: users.suspendedAt })
    .from(demoUsers)
    .innerJoin(users, eq(users.id, demoUsers.userId))
    .where(eq(demoUsers.handle, handle))
    .limit(1);
  return row;
}

/** Those shown on the sign-in page with where they work; one row a service that their organisation is listed for. */
export async function listDemoUsers(db: Reader) {
  return await db
    .select({
      handle: demoUsers.handle,
      name: users.name,
      locale: users.locale,
      role: memberships.role,
      kind: organisations.kind,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      city: organisations.city,
      service: listings.service,
    })
    .from(demoUsers)
    .innerJoin(users, eq(users.id, demoUsers.userId))
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(listings, and(eq(listings.organisationId, organisations.id), eq(listings.isActive, true)))
    .where(eq(demoUsers.isShown, true))
    .orderBy(asc(demoUsers.handle), asc(organisations.id));
}

export async function insertDemoUser(tx: Writer, row: typeof demoUsers.$inferInsert): Promise<void> {
  await tx.insert(demoUsers).values(row);
}

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
