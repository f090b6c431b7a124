import { and, asc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import type { Role } from "../../domain/access/policy";
import type { Wish } from "../../domain/notices/wishes";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { locking } from "../dialect";
import { memberships, organisations, users } from "../schema/accounts";
import { mails, notices } from "../schema/notices";
import type { StoredNotice } from "./notices";
import { wishesOf } from "./wishes";

/** People for whom a digest is due, by their ids. */
export async function listDueDigests(db: Reader, now: Instant, limit: number): Promise<{ readonly id: string }[]> {
  return await db
    .selectDistinct({ id: notices.userId })
    .from(notices)
    .where(lte(notices.digestAt, now))
    .orderBy(asc(notices.userId))
    .limit(limit);
}

const waitingFor = (userId: string) => and(eq(notices.userId, userId), isNotNull(notices.digestAt));

/** What waits for a person's digest, the oldest first: some of it is due, and the rest goes with it. */
export async function noticesToDigest(db: Reader, userId: string, limit: number): Promise<StoredNotice[]> {
  return await db.select().from(notices).where(waitingFor(userId)).orderBy(asc(notices.id)).limit(limit);
}

/** Locks what waits for a person's digest, and answers its ids as they are once nobody else has it. */
export async function lockToDigest(tx: Writer, userId: string): Promise<string[]> {
  const rows = await locking(tx.select({ id: notices.id }).from(notices).where(waitingFor(userId)));
  return rows.map(({ id }) => id);
}

/** These notices wait for a digest until then; null for no longer. */
export async function setDigestAt(tx: Writer, ids: readonly string[], digestAt: Instant | null): Promise<void> {
  await tx
    .update(notices)
    .set({ digestAt })
    .where(inArray(notices.id, [...ids]));
}

/** Whether a mail of this name was queued already. */
export async function isQueued(db: Reader, messageId: string): Promise<boolean> {
  const found = await db.select({ id: mails.id }).from(mails).where(eq(mails.messageId, messageId)).limit(1);
  return found.length > 0;
}

export type DigestReader = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly isReached: boolean;
  readonly wishes: readonly Wish[];
  readonly roles: ReadonlyMap<string, Role>;
};

/** Who a digest is for: what they want, and in which organisations they still are. */
export async function findDigestReader(db: Reader, userId: string): Promise<DigestReader | null> {
  const [person] = await db.select().from(users).where(eq(users.id, userId)).limit(1);
  if (!person) return null;
  const places = await db
    .select({
      organisationId: memberships.organisationId,
      role: memberships.role,
      suspendedAt: organisations.suspendedAt,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, userId));
  const { name, email, locale, timeZone, emailVerifiedAt, suspendedAt } = person;
  return {
    ...{ userId, name, email, locale, timeZone },
    isReached: emailVerifiedAt !== null && suspendedAt === null,
    wishes: await wishesOf(db, userId),
    roles: new Map(
      places.flatMap((one) => (one.suspendedAt === null ? [[one.organisationId, one.role] as const] : [])),
    ),
  };
}
