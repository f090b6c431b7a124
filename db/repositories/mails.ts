import { and, asc, desc, eq, isNull, lt, lte, sql } from "drizzle-orm";
import { type Instant, later } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { passingLocked } from "../dialect";
import { mails } from "../schema/notices";

export type StoredMail = typeof mails.$inferSelect;

export type NewMail = {
  readonly id: string;
  /** The same for every attempt at the same mail, such as `<event id>.<user id>`: a second one of that name is not queued. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: string;
  readonly now: Instant;
};

const SUBJECT_MAX = 200;
// A line break in a header would begin another header.
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** Queues a mail in the transaction that causes it; the sender sends it after the commit. Sends nothing itself. */
export async function queueMail(tx: Writer, mail: NewMail): Promise<void> {
  await tx
    .insert(mails)
    .values({
      id: mail.id,
      messageId: mail.messageId,
      toAddress: mail.to,
      subject: mail.subject.replace(BREAKS, " ").trim().slice(0, SUBJECT_MAX),
      body: mail.body,
      locale: mail.locale,
      createdAt: mail.now,
      attempts: 0,
      nextAttemptAt: mail.now,
      isDead: false,
    })
    .onConflictDoNothing();
}

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
  for (const mail of waiting) {
    await tx
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, nextAttemptAt: later(at.now, at.leaseMs) })
      .where(eq(mails.id, mail.id));
  }
  return waiting.map((mail) => ({ ...mail, attempts: mail.attempts + 1 }));
}

/** A sent mail loses its text: links that open something do not lie in backups. */
export async function markSent(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx.update(mails).set({ sentAt: now, lastError: null, body: "" }).where(eq(mails.id, id));
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
