import { and, eq, isNull, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { users } from "../schema/accounts";

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
