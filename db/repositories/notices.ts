import { and, asc, count, desc, eq, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import { type Instant, later } from "../../domain/shared/time";
import { prepared, preparedList, preparedRows, type Reader, type Writer } from "../database";
import { mails, notices } from "../schema/notices";
import { passingLocked } from "../dialect";

export type NewNotice = typeof notices.$inferInsert;

type LoudNotice = Omit<NewNotice, "readAt" | "digestAt">;

const addNotices = preparedRows("insert_notices", (db, rows: LoudNotice[]) =>
  db.insert(notices).values(rows).onConflictDoNothing(),
);

const UNPLACED = { dealId: null, subjectId: null, isQuiet: false } as const;

const isLoud = ({ readAt, digestAt }: NewNotice): boolean => (readAt ?? digestAt ?? null) === null;

/** Writes inbox rows; a person hears of an event once, however often this runs. Most are unread and of no digest: for them a statement is kept. */
export async function insertNotices(tx: Writer, rows: readonly NewNotice[]): Promise<void> {
  const apart = rows.filter((row) => !isLoud(row));
  await addNotices(
    tx,
    rows.filter(isLoud).map(({ readAt: _, digestAt: __, ...row }) => ({ ...UNPLACED, ...row })),
  );
  if (apart.length > 0) await tx.insert(notices).values(apart).onConflictDoNothing();
}

const unread = prepared("unread_notices", (db) =>
  db
    .select({ count: count() })
    .from(notices)
    .where(
      and(
        eq(notices.userId, sql.placeholder("userId")),
        eq(notices.organisationId, sql.placeholder("organisationId")),
        isNull(notices.readAt),
      ),
    ),
);

export async function countUnread(db: Reader, of: { userId: string; organisationId: string }): Promise<number> {
  return (await unread(db, of))[0]?.count ?? 0;
}

const ownUnread = (of: { userId: string; organisationId: string }) =>
  and(eq(notices.userId, of.userId), eq(notices.organisationId, of.organisationId), isNull(notices.readAt));

/** What a notice stands with: its deal, or what it is about that is of none. */
export const groupKey = sql<string>`coalesce(${notices.dealId}, case when ${notices.kind} like 'hub%' then 'hubs' else 'organisation' end)`;

export async function findNotice(
  db: Reader,
  of: { id: string; userId: string },
): Promise<{ id: string; readAt: number | null; group: string } | undefined> {
  const [row] = await db
    .select({ id: notices.id, readAt: notices.readAt, group: groupKey })
    .from(notices)
    .where(and(eq(notices.id, of.id), eq(notices.userId, of.userId)))
    .limit(1);
  return row;
}

export async function markRead(tx: Writer, of: { id: string; now: Instant }): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: of.now })
    .where(and(eq(notices.id, of.id), isNull(notices.readAt)));
}

export async function markAllRead(
  tx: Writer,
  of: { userId: string; organisationId: string; now: Instant },
): Promise<void> {
  await tx.update(notices).set({ readAt: of.now }).where(ownUnread(of));
}

export type StoredNotice = typeof notices.$inferSelect;

export type StoredMail = typeof mails.$inferSelect;

export type NewMail = {
  readonly id: string;
  /** The same for every attempt at the same mail, such as `<event id>.<user id>`: a second one of that name is not queued. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: string;
  /** Where an answer leads back. */
  readonly replyTo?: string | null;
  readonly now: Instant;
  /** The address by which mails like it are stopped; none where they cannot be. */
  readonly stopAddress?: string | null;
};

const SUBJECT_MAX = 200;
// A line break in a header would begin another header.
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

type MailRow = Omit<typeof mails.$inferInsert, "sentAt" | "lastError">;

const addMails = preparedRows("queue_mails", (db, rows: MailRow[]) =>
  db.insert(mails).values(rows).onConflictDoNothing(),
);

/** Queues mails in the transaction that causes them; the sender sends them after the commit. Sends nothing itself. */
export async function queueMails(tx: Writer, all: readonly NewMail[]): Promise<void> {
  await addMails(
    tx,
    all.map((mail) => ({
      id: mail.id,
      messageId: mail.messageId,
      toAddress: mail.to,
      subject: mail.subject.replace(BREAKS, " ").trim().slice(0, SUBJECT_MAX),
      body: mail.body,
      locale: mail.locale,
      replyTo: mail.replyTo ?? null,
      createdAt: mail.now,
      attempts: 0,
      nextAttemptAt: mail.now,
      isDead: false,
      stopAddress: mail.stopAddress ?? null,
    })),
  );
}

const leaseMails = preparedList("lease_mails", (db, ids) =>
  (db as Writer)
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, nextAttemptAt: sql.placeholder("until") as never })
    .where(inArray(mails.id, ids)),
);

/** Takes waiting mails for `leaseMs`; another sender may take them again once that is past. */
export async function claimMails(
  tx: Writer,
  at: { now: Instant; leaseMs: number },
  limit: number,
): Promise<StoredMail[]> {
  const waiting = await passingLocked(
    tx
      .select()
      .from(mails)
      .where(and(isNull(mails.sentAt), eq(mails.isDead, false), lte(mails.nextAttemptAt, at.now)))
      .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
      .limit(limit),
  );
  await leaseMails(
    tx,
    waiting.map(({ id }) => id),
    { until: later(at.now, at.leaseMs) },
  );
  return waiting.map((mail) => ({ ...mail, attempts: mail.attempts + 1 }));
}

/** A sent mail loses its text and the address that stops it: links that open something do not lie in backups. */
export async function markSent(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx.update(mails).set({ sentAt: now, lastError: null, body: "", stopAddress: null }).where(eq(mails.id, id));
}

export async function markUnsent(
  tx: Writer,
  id: string,
  failure: { error: string; retryAt: Instant; isDead: boolean },
): Promise<void> {
  await tx
    .update(mails)
    .set({ lastError: failure.error.slice(0, 500), nextAttemptAt: failure.retryAt, isDead: failure.isDead })
    .where(eq(mails.id, id));
}

/** The newest mails before `beforeId`, for the mailbox of the demo market. */
export async function listMails(db: Reader, of: { beforeId: string | null; limit: number }): Promise<StoredMail[]> {
  return await db
    .select()
    .from(mails)
    .where(of.beforeId === null ? undefined : lt(mails.id, of.beforeId))
    .orderBy(desc(mails.id))
    .limit(of.limit);
}

/** How many mails are due to be sent and were not yet. */
export async function countDueMails(db: Reader, now: Instant): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(mails)
    .where(and(isNull(mails.sentAt), eq(mails.isDead, false), lte(mails.nextAttemptAt, now)));
  return row?.count ?? 0;
}
