import { and, count, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { notices } from "../schema/notices";

export type NewNotice = typeof notices.$inferInsert;

const p = sql.placeholder;

const add = prepared("insert_notice", (db) =>
  (db as Writer)
    .insert(notices)
    .values({
      id: p("id"),
      eventId: p("eventId"),
      userId: p("userId"),
      organisationId: p("organisationId"),
      kind: p("kind"),
      facts: p("facts"),
      href: p("href"),
      createdAt: p("createdAt"),
    })
    .onConflictDoNothing(),
);

/** Writes inbox rows; a person hears of an event once, however often this runs. */
export async function insertNotices(tx: Writer, rows: readonly NewNotice[]): Promise<void> {
  for (const row of rows) await add(tx, row);
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

export async function findNotice(
  db: Reader,
  of: { id: string; userId: string },
): Promise<{ id: string; readAt: number | null } | undefined> {
  const [row] = await db
    .select({ id: notices.id, readAt: notices.readAt })
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

// 0 is unread: what waits comes first.
const isRead = sql<number>`case when ${notices.readAt} is null then 0 else 1 end`;

/** A person's notices, unread ones first and the newest first in each; `after` is the last one shown. */
export async function listNotices(
  db: Reader,
  of: { userId: string; organisationId: string; after: { isRead: 0 | 1; id: string } | null; limit: number },
): Promise<StoredNotice[]> {
  const after =
    of.after &&
    or(sql`${isRead} > ${of.after.isRead}`, and(sql`${isRead} = ${of.after.isRead}`, lt(notices.id, of.after.id)));
  return await db
    .select()
    .from(notices)
    .where(and(eq(notices.userId, of.userId), eq(notices.organisationId, of.organisationId), after ?? undefined))
    .orderBy(isRead, desc(notices.id))
    .limit(of.limit);
}
