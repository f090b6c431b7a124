import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { demoUsers, memberships, oneTimeTokens, organisations, users } from "../schema/accounts";
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
