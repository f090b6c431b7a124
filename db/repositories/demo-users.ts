import { and, asc, eq } from "drizzle-orm";
import type { Reader, Writer } from "../database";
import { demoUsers, memberships, organisations, users } from "../schema/accounts";
import { listings } from "../schema/catalogue";

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
